"""Cells that hold a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite

from typing_extensions import override

from matcher.exchange.cell import Raw, number_as_text
from matcher.exchange.kinds import Kind

DIGITS = 15
"""What a spreadsheet keeps of a number; more would not come back from one that we write."""

THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
"""Written with points between the thousands, as in 1.200,5."""


@dataclass(frozen=True)
class Decimal(Kind):
    """A number with decimals, comma or point."""

    low: float = 0
    high: float | None = None
    unit: str = ""
    number_format = None
    PATTERN = re.compile(r"[+-]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)([.,]\d+)?(e[+-]?\d+)?", re.I)

    @property
    @override
    def expected(self) -> str:
        return f"et {self._what}" + self._range

    @property
    def _what(self) -> str:
        return "tall"

    @property
    def _range(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        if self.high is None:
            return f" på minst {self.low:g}{unit}"
        return f" fra {self.low:g} til {self.high:g}{unit}"

    @override
    def parse(self, raw: Raw) -> float:
        number = self._number(raw)
        if number < self.low or (self.high is not None and number > self.high):
            raise self._wrong(raw, self._advice(number))
        return number

    @override
    def write(self, value: object) -> Raw:
        assert isinstance(value, int | float)
        return value

    @override
    def write_text(self, value: object) -> str:
        assert isinstance(value, int | float)
        return number_as_text(value)

    def _number(self, raw: Raw) -> float:
        text = repr(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else raw
        if isinstance(text, str):
            number = re.sub(r"\s", "", text).replace(",", ".")
            if self.PATTERN.fullmatch(text) and isfinite(float(number)):
                return float(f"{float(number):.{DIGITS}g}") + 0.0  # never -0.0
            if THOUSANDS.fullmatch(text):
                raise self._wrong(raw, f"Kanskje «{text.replace('.', '')}»?")
            if numbers := re.findall(r"\d+(?:[.,]\d+)?", text):
                raise self._wrong(raw, f"Kanskje «{numbers[0]}», uten annen tekst i cellen?")
        raise self._wrong(raw)

    def _advice(self, number: float) -> str | None:
        if self.high is not None and number > self.high:
            tenth = number / 10
            if self.low <= tenth <= self.high:
                return f"Kanskje «{number_as_text(tenth)}»?"
        return None


@dataclass(frozen=True)
class Percent(Decimal):
    """A share of a full post. A cell formatted as per cent is read as what it shows."""

    high: float | None = 100
    unit: str = "prosent"

    def _number(self, raw: Raw) -> float:
        return super()._number(raw.rstrip("% \u00a0") if isinstance(raw, str) else raw)


@dataclass(frozen=True)
class Whole(Decimal):
    """A whole number."""

    @property
    def _what(self) -> str:
        return "helt tall"

    @override
    def parse(self, raw: Raw) -> int:
        number = super().parse(raw)
        if number != number // 1:
            raise self._wrong(raw)
        return int(number)

    def _advice(self, number: float) -> str | None:
        return None
