"""A letter as it is read on a page: the same words as in the PDF, in its own language."""

from matcher.letters.document import Block, Document, Kind
from matcher.ui.markup import Html, div, element, joined, verbatim

LISTS = {Kind.BULLETS: "ul", Kind.CHECKLIST: "ul", Kind.NUMBERED: "ol"}


def letter_text(document: Document) -> Html:
    """The letter, marked with its language for those who listen."""
    head = (div(verbatim(f"{fact.label}: {fact.value}"), "km-sub") for fact in document.facts)
    noted = [element("p", element("strong", verbatim(document.note)))] if document.note else []
    blocks = map(_block, document.blocks)
    inside = joined([*head, element("h2", verbatim(document.title)), *noted, *blocks])
    return div(inside, "km-letter", lang=document.language.value)


def _block(block: Block) -> Html:
    if block.kind is Kind.HEADING:
        return element("h3", verbatim(block.text))
    if block.kind is Kind.TEXT:
        return element("p", verbatim(block.text))
    items = joined(element("li", verbatim(item)) for item in block.items)
    return element(LISTS[block.kind], items)
