"""Small pieces of HTML. Whatever comes from a file is escaped here and nowhere else."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape

from matcher.ui.texts import translated

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:&^=-])")

_ONE_WORD = re.compile(r"(?<![\w-])(?:[A-ZÆØÅ]{1,3}-\d+|§§? \d+-\d+(?: [a-z]\b)?)")
"""Ids and paragraphs of law: they are not to be broken at the hyphen where a line ends."""

_TAG = re.compile(r"<[^>]*>")
_FORMATTING = re.compile(r"[\\`*_{}\[\]<>~$|#]|:(?=\S)")


class Html(str):
    """Text that is already HTML; any other text is escaped before it is shown."""

    __slots__ = ()


def html(text: str) -> Html:
    """Plain text as HTML, in the user's language where the program has words for it."""
    return text if isinstance(text, Html) else _kept_whole(escape(translated(text)))


def verbatim(text: str) -> Html:
    """Text as it was written, in whatever language: a letter, or a person's own words."""
    return _kept_whole(escape(text))


def _kept_whole(escaped: str) -> Html:
    return Html(_ONE_WORD.sub(r'<span class="km-whole">\g<0></span>', escaped))


def plain(text: str) -> str:
    """Text for a widget's label, where Streamlit would otherwise read markdown."""
    return _MARKDOWN.sub(r"\\\1", translated(text))


def spoken(text: str) -> str:
    """Text for the label of a field, which Streamlit shows as markdown but reads aloud as it is.

    So nothing can be escaped: what would be markdown is left out.
    """
    return _FORMATTING.sub("", translated(text))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Pieces one after the other."""
    return Html(html(between).join(html(part) for part in parts))


def element(tag: str, content: str, css: str = "", **attributes: str) -> Html:
    """One element with its content; attribute names with ``_`` for ``-``."""
    named = ({"class": css} if css else {}) | attributes
    shown = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in named.items())
    return Html(f"<{tag}{shown}>{html(content)}</{tag}>")


def div(content: str, css: str = "", **attributes: str) -> Html:
    """A block."""
    return element("div", content, css, **attributes)


def span(content: str, css: str = "", **attributes: str) -> Html:
    """A run of text."""
    return element("span", content, css, **attributes)


def only_read_aloud(text: str) -> Html:
    """Words for those who listen to the page, where the eye reads the column heading."""
    return span(f"{text} ", "km-aloud")


def cell(name: str, content: str, css: str = "") -> Html:
    """One cell of a row, with its name for those who listen and for a narrow screen.

    An empty one isn't shown where its name would be.
    """
    named = joined([only_read_aloud(f"{name}:"), content])
    return div(named, css if content else f"{css} km-none".strip())


def badge(text: str, tone: str = "quiet") -> Html:
    """A short mark; ``tone`` is quiet, good, note or bad. The words carry the meaning."""
    return span(text, f"km-badge km-is-{tone}")


def bar(score: int | None) -> Html:
    """A score 0–100 as a bar. The number stands beside it, so the bar itself is silent."""
    fill = span("", "km-fill", style=f"width:{score or 0}%")
    return span(fill, "km-bar" if score is not None else "km-bar km-empty", aria_hidden="true")


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Names and values under one another."""
    rows = (element("dt", name) + element("dd", value) for name, value in pairs)
    return element("dl", Html("".join(rows)), "km-facts")


def bullets(items: Iterable[str]) -> Html:
    """A list of sentences."""
    return element("ul", joined(element("li", item) for item in items), "km-list")


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    numeric: Sequence[int] = (),
) -> Html:
    """A table with real headings; the first cell of a row is the row's heading.

    ``caption`` names the table for those who listen; ``numeric`` columns are set to the right. On a
    narrow screen a row's cells lie under one another, each with its heading; what they are is said
    by roles, for a browser forgets it when they aren't drawn as a table.
    """
    tones = ["km-number" if i in numeric else "" for i in range(len(headings))]
    head = joined(
        element("th", text, tone, scope="col", role="columnheader")
        for text, tone in zip(headings, tones, strict=True)
    )
    named = [unescape(_TAG.sub("", html(text))) for text in headings]
    body = []
    for first, *rest in rows:
        cells = [element("th", first, tones[0], scope="row", role="rowheader")]
        cells += [
            element("td", text, tone, role="cell", data_heading=name)
            for text, tone, name in zip(rest, tones[1:], named[1:], strict=True)
        ]
        body.append(element("tr", joined(cells), role="row"))
    parts = [
        element("caption", caption, "km-aloud"),
        element("thead", element("tr", head, role="row"), role="rowgroup"),
        element("tbody", joined(body), role="rowgroup"),
    ]
    scroll = {"tabindex": "0", "role": "group", "aria_label": caption}
    return div(element("table", joined(parts), role="table"), "km-table", **scroll)
