"""The kinds of cell: for each, how it is read, how it is written, and the words for what it holds.

Reading and writing stand side by side, so that what is written can be read again. Dates and
numbers have files of their own.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from matcher.exchange.cell import Raw, Unreadable, is_empty, number_as_text, shown
from matcher.exchange.likeness import closest, plain

MOST_CHARACTERS = 10_000
"""A spreadsheet cell holds 32,767."""


class NotUnderstood(ValueError):
    """A cell that doesn't hold what its column is for; told, never raised to a user.

    ``str`` is the Norwegian sentence, with the advice after it where there is any.
    """

    def __init__(self, what: str, advice: str | None = None) -> None:
        super().__init__(f"{what} {advice}" if advice else what)


@dataclass(frozen=True)
class Kind(ABC):
    """What a column's cells hold."""

    @property
    @abstractmethod
    def expected(self) -> str:
        """What a cell should hold, as a Norwegian noun phrase: «en dato (dd.mm.åååå)»."""

    @abstractmethod
    def parse(self, raw: Raw) -> object:
        """The value of a cell that isn't empty. Raises ``NotUnderstood``."""

    def read(self, raw: Raw) -> object | None:
        """The value of a cell; empty is ``None``. Raises ``NotUnderstood``."""
        if is_empty(raw):
            return None
        if isinstance(raw, Unreadable):
            raise NotUnderstood(raw.why)
        if isinstance(raw, str):
            raw = unicodedata.normalize("NFC", raw.strip())
        return self.parse(raw)

    def write(self, value: object) -> Raw:
        """The cell of a value, for a workbook."""
        return str(value)

    def write_text(self, value: object) -> str:
        """The cell of a value, for a .csv."""
        return str(self.write(value))

    @property
    def number_format(self) -> str | None:
        """How a spreadsheet should show the cell."""
        return "@"

    @property
    def words(self) -> tuple[str, ...]:
        """The only words allowed, where there are such."""
        return ()

    def _wrong(self, raw: Raw, advice: str | None = None) -> NotUnderstood:
        return NotUnderstood(f"«{shown(raw)}» er ikke {self.expected}.", advice)


@dataclass(frozen=True)
class Text(Kind):
    """Free text."""

    expected = "tekst"

    @override
    def parse(self, raw: Raw) -> str:
        if isinstance(raw, str):
            if len(raw) > MOST_CHARACTERS:
                raise NotUnderstood(f"teksten er på over {MOST_CHARACTERS} tegn.")
            return raw
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return number_as_text(raw)
        if isinstance(raw, date):
            advice = (
                "Kanskje har regnearket gjort teksten om til en dato: formater cellen som tekst."
            )
            raise self._wrong(raw, advice)
        raise self._wrong(raw)


@dataclass(frozen=True)
class Id(Text):
    """What identifies a case or coordinator, in files, lists and commands."""

    expected = "en id (tekst uten ; = : og linjeskift, høyst 80 tegn)"

    @override
    def parse(self, raw: Raw) -> str:
        text = super().parse(raw)
        if len(text) > 80 or not text.isprintable() or set(text) & set(";=:"):
            raise self._wrong(raw)
        return text


@dataclass(frozen=True)
class Words(Kind):
    """One of a few words; upper and lower case are the same."""

    vocabulary: type[StrEnum]

    @property
    @override
    def words(self) -> tuple[str, ...]:
        return tuple(word.value for word in self.vocabulary)

    @property
    @override
    def expected(self) -> str:
        return "et av ordene " + ", ".join(self.words)

    @override
    def parse(self, raw: Raw) -> StrEnum:
        text = ("ja" if raw else "nei") if isinstance(raw, bool) else raw
        if isinstance(text, str):
            for word in self.vocabulary:
                if plain(word) == plain(text):
                    return word
        near = closest(shown(raw), self.words)
        if near is None:
            raise self._wrong(raw)
        raise NotUnderstood(
            f"«{shown(raw)}» er ikke et av ordene som kan stå her.", f"Kanskje «{near}»?"
        )


@dataclass(frozen=True)
class Several(Kind):
    """Several values in one cell, separated by semicolon."""

    one: Kind

    @property
    @override
    def expected(self) -> str:
        return f"{self.one.expected}; flere skilles med semikolon"

    @override
    def parse(self, raw: Raw) -> tuple[object, ...]:
        parts = raw.split(";") if isinstance(raw, str) else [raw]
        values: list[object] = []
        faults: list[str] = []
        for part in parts:
            try:
                values += [] if is_empty(part) else [self.one.read(part)]
            except NotUnderstood as fault:
                faults.append(str(fault))
        if faults:
            raise NotUnderstood(" ".join(faults))
        return tuple(values)

    @override
    def write(self, value: object) -> Raw:
        assert isinstance(value, tuple)
        texts = [str(self.one.write(part)) for part in value]
        if mixed := [text for text in texts if ";" in text]:
            raise ValueError(f"a listed value can't hold a semicolon: {mixed[0]!r}")
        return "; ".join(texts)


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no, in the words of the column."""

    yes: str = "ja"
    no: str = "nei"
    YES: ClassVar = frozenset({"ja", "j", "x", "1", "true", "sann"})
    NO: ClassVar = frozenset({"nei", "n", "0", "false", "usann"})

    @property
    @override
    def words(self) -> tuple[str, ...]:
        return self.yes, self.no

    @property
    @override
    def expected(self) -> str:
        return f"{self.yes} eller {self.no}"

    @override
    def parse(self, raw: Raw) -> bool:
        text = plain(shown(raw))
        if text in self.YES or text == plain(self.yes):
            return True
        if text in self.NO or text == plain(self.no):
            return False
        near = closest(text, self.words)
        raise self._wrong(raw, f"Kanskje «{near}»?" if near else None)

    @override
    def write(self, value: object) -> Raw:
        return self.yes if value else self.no
