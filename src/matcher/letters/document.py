"""A letter's content as data: what is printed, and the same as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from matcher.domain.frozen import Frozen
from matcher.letters.language import Language


class Kind(StrEnum):
    """What a block is to a reader, and to a screen reader."""

    HEADING = "heading"
    TEXT = "text"
    BULLETS = "bullets"
    NUMBERED = "numbered"
    CHECKLIST = "checklist"


class Block(Frozen):
    """A heading or a paragraph (``text``), or a list (``items``)."""

    kind: Kind
    text: str = ""
    items: tuple[str, ...] = ()


class Fact(Frozen):
    """A line of the letter's head, such as *Dato: 23. november 2026*."""

    label: str
    value: str


class Document(Frozen):
    """A whole letter. ``note`` says whether it is a suggestion or decided."""

    language: Language
    author: str
    day: date
    title: str
    facts: tuple[Fact, ...]
    note: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The letter as plain text: what a page shows before it is downloaded."""
        head = [f"{fact.label}: {fact.value}" for fact in self.facts]
        parts = ["\n".join(head), self.title, self.note, *map(_plain, self.blocks)]
        return "\n\n".join(part for part in parts if part) + "\n"


def section(heading: str, *blocks: Block | None) -> tuple[Block, ...]:
    """A heading with its blocks; nothing where no block has anything to say."""
    told = tuple(block for block in blocks if block is not None)
    return (Block(kind=Kind.HEADING, text=heading), *told) if told else ()


def paragraph(*sentences: str) -> Block | None:
    """A paragraph of the sentences that aren't empty; ``None`` where all are."""
    text = " ".join(filter(None, sentences))
    return Block(kind=Kind.TEXT, text=text) if text else None


def listing(items: Iterable[str], kind: Kind = Kind.BULLETS) -> Block | None:
    """A list of the items that aren't empty; ``None`` where all are."""
    told = tuple(filter(None, items))
    return Block(kind=kind, items=told) if told else None


MARKS = {Kind.BULLETS: "- ", Kind.CHECKLIST: "[ ] "}


def _plain(block: Block) -> str:
    if not block.items:
        return block.text
    return "\n".join(
        f"{MARKS.get(block.kind, f'{number}. ')}{item}"
        for number, item in enumerate(block.items, 1)
    )
