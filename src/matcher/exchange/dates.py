"""Cells that hold a date or a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from typing_extensions import override

from matcher.exchange.cell import Raw, shown
from matcher.exchange.kinds import Kind, NotUnderstood

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
EXCEL_DAY_ZERO = date(1899, 12, 30)
EXCEL_DAYS_THAT_LOOK_LIKE_DATES = range(20_000, 80_000)


@dataclass(frozen=True)
class Day(Kind):
    """A date."""

    expected = "en dato (dd.mm.åååå)"
    number_format = "dd.mm.yyyy"
    PATTERN = re.compile(
        r"(?:(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"
        r"|(?P<Y>\d{4})-(?P<M>\d{1,2})-(?P<D>\d{1,2}))(?:[T ]\d\d:\d\d(?::\d\d(?:\.0+)?)?)?"
    )

    @override
    def parse(self, raw: Raw) -> date:
        if isinstance(raw, datetime):
            raw = raw.date()
        if isinstance(raw, date):
            return self._within_reach(raw, raw)
        if isinstance(raw, str) and (found := self.PATTERN.fullmatch(raw)):
            year, month, day = (
                int(found[name] or found[name.swapcase()]) for name in ("y", "m", "d")
            )
            return self._made(raw, year, month, day)
        raise self._wrong(raw, self._advice(raw))

    @override
    def write(self, value: object) -> Raw:
        assert isinstance(value, date)
        return value

    @override
    def write_text(self, value: object) -> str:
        assert isinstance(value, date)
        return f"{value:%d.%m.}{value.year:04}"

    def _made(self, raw: Raw, year: int, month: int, day: int) -> date:
        try:
            made = date(year, month, day)
        except ValueError:
            raise NotUnderstood(
                f"«{shown(raw)}» finnes ikke i kalenderen; her ventes {self.expected}."
            ) from None
        return self._within_reach(raw, made)

    def _within_reach(self, raw: Raw, made: date) -> date:
        if EARLIEST_YEAR <= made.year <= LATEST_YEAR:
            return made
        raise NotUnderstood(
            f"«{shown(raw)}» ligger utenfor årene {EARLIEST_YEAR}–{LATEST_YEAR}.",
            "Kanskje er året skrevet feil.",
        )

    def _advice(self, raw: Raw) -> str | None:
        number = int(raw) if isinstance(raw, int | float) and raw == raw // 1 else 0
        if number in EXCEL_DAYS_THAT_LOOK_LIKE_DATES:
            meant = date.fromordinal(EXCEL_DAY_ZERO.toordinal() + number)
            return f"Kanskje er cellen formatert som tall: {number} som dato er {meant:%d.%m.%Y}."
        if isinstance(raw, str) and re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", raw):
            return "Kanskje mangler de to første sifrene i året."
        return None


@dataclass(frozen=True)
class Month(Day):
    """A month, held as its first day."""

    expected = "en måned (mm.åååå)"
    number_format = "mm.yyyy"
    MONTH_PATTERN = re.compile(r"(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4})|(?P<Y>\d{4})-(?P<M>\d{1,2})")

    @override
    def parse(self, raw: Raw) -> date:
        # A spreadsheet with a decimal point takes 03.2019 for the number 3.2019.
        text = f"{raw:.4f}" if isinstance(raw, float) and raw < 13 else raw
        if isinstance(text, str) and (found := self.MONTH_PATTERN.fullmatch(text)):
            year, month = int(found["y"] or found["Y"]), int(found["m"] or found["M"])
            return self._made(raw, year, month, 1)
        return super().parse(raw).replace(day=1)

    @override
    def write_text(self, value: object) -> str:
        assert isinstance(value, date)
        return f"{value:%m.}{value.year:04}"
