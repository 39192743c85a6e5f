"""The ids of a sheet that others refer to, and what follows when one of them is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from matcher.exchange.likeness import closest
from matcher.exchange.row import Row
from matcher.exchange.sheet import Sheet
from matcher.exchange.workbook import COORDINATORS

MOST_GUESSES = 50
"""So many unknown ids get a guess at what was meant; a file with more has another problem."""

MOST_LISTED = 20
"""Row numbers in one sentence."""


class Known:
    """The ids that are taken in, and the rows of those that are not."""

    def __init__(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        self.sheet = sheet
        self.accepted: set[str] = set()
        self.refused: dict[str, Row] = {}
        for row in rows:
            if row.key and row.is_refused:
                self.refused[row.key] = row
            elif row.key:
                self.accepted.add(row.key)
        self._guesses = 0
        self._held_back: dict[str, list[Row]] = defaultdict(list)
        self._taken_away: dict[str, list[Row]] = defaultdict(list)

    def has(self, named: str) -> bool:
        """Whether the id stands in the sheet, taken in or not."""
        return named in self.accepted or named in self.refused

    def require(self, row: Row, field: str) -> None:
        """Leave the row out where the field names something that isn't taken in."""
        named = row.text(field)
        if named is None or named in self.accepted:
            return
        if named in self.refused:
            row.hold_back(self._refusal(named))
            self._held_back[named].append(row)
        else:
            row.refuse("reference_unknown", self._unknown(named), field)

    def require_or_take_away(self, row: Row, field: str) -> None:
        """As ``require``, but what was refused is only taken away from the row."""
        named = row.text(field)
        if named is None or named not in self.refused:
            self.require(row, field)
        elif not row.is_refused:
            row.take_away(field)
            self._taken_away[named].append(row)

    def warn_if_unknown(self, row: Row, field: str) -> None:
        """Keep the row, but say that the one it names takes no part in the round."""
        named = row.text(field)
        if named in self.refused:
            row.warn("reference_refused", self._refusal(named), field)
        elif named is not None and named not in self.accepted:
            row.warn("reference_unknown", self._unknown(named), field)

    def tell_what_is_missed(self, parts: Iterable[Row]) -> None:
        """What a row belongs to stays in the round when the row is refused, and that is said."""
        for row in parts:
            if row.is_refused and row.key in self.accepted:
                row.warn("accepted_without", f"«{row.key}» er med i runden uten denne raden.")

    def tell_consequences(self) -> None:
        """Say once, at each refused row, which others went with it."""
        for named, row in self.refused.items():
            told = []
            if held := self._held_back[named]:
                told.append(f"Holdt utenfor av samme grunn: {_places(held)}.")
            if taken := self._taken_away[named]:
                told.append(f"Tatt bort som kontaktperson: {_places(taken)}.")
            if told:
                row.warn("others_follow", f"«{named}» ble avvist. {' '.join(told)}")

    def _refusal(self, named: str) -> str:
        number = self.refused[named].number
        return (
            f"«{named}» ble avvist (arket {self.sheet.name}, rad {number}). Rett først feilen der."
        )

    def _unknown(self, named: str) -> str:
        self._guesses += 1
        near = None
        if self._guesses <= MOST_GUESSES:
            near = closest(named, sorted(self.accepted | set(self.refused)))
        advice = f" Kanskje «{near}»?" if near else ""
        if self.sheet is COORDINATORS and not near:
            advice = " Kanskje har koordinatoren sluttet: behold da raden, med «Ansatt til»."
        return f"«{named}» finnes ikke i arket {self.sheet.name}.{advice}"


def _places(rows: Iterable[Row]) -> str:
    """«Saker rad 4, 32; Tjenester rad 10»."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        numbers[row.sheet.name].append(str(row.number))
    return "; ".join(f"{sheet} rad {_some(found)}" for sheet, found in numbers.items())


def _some(numbers: list[str]) -> str:
    more = len(numbers) - MOST_LISTED
    return ", ".join(numbers[:MOST_LISTED]) + (f" og {more} til" if more > 0 else "")
