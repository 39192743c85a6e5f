"""How many have waited for a coordinator, month by month, and how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from matcher.domain.months import months_after
from matcher.domain.overview import CaseLine
from matcher.domain.vocabulary import Role

MONTHS_BACK = 12
"""A year. A choice of the page, not a norm."""


@dataclass(frozen=True)
class Waiting:
    """Those who waited on a day, among the cases that are in the roster now."""

    on: date
    days: tuple[int, ...]
    """How long each had waited, the longest first."""

    @property
    def median_days(self) -> float | None:
        """Half had waited longer; ``None`` where nobody waited."""
        return median(self.days) if self.days else None

    @property
    def longest_days(self) -> int | None:
        """``None`` where nobody waited."""
        return self.days[0] if self.days else None


@dataclass(frozen=True)
class WaitingOverTime:
    """The last year, the oldest first, today last; and how many cases can't be told of."""

    days: tuple[Waiting, ...]
    unknown: int
    """Cases that are owed a coordinator, and it isn't known when they came, or were given one."""


def waiting_over_time(cases: Iterable[CaseLine], on: date) -> WaitingOverTime:
    """Who waited on the first of each of the last months, and today.

    A case waits from the day it was received until the first day anybody had it. Cases that are
    closed since are in no roster, so they aren't counted.
    """
    owed = [case for case in cases if case.role is not Role.NONE]
    known = [
        case
        for case in owed
        if case.received is not None and (case.coordinator is None or case.first_had is not None)
    ]
    year_ago = date(on.year - 1, on.month, 1)
    firsts = (months_after(year_ago, month) for month in range(1, MONTHS_BACK + 1))
    days = [*(first for first in firsts if first < on), on]
    return WaitingOverTime(
        days=tuple(_on(known, day) for day in days), unknown=len(owed) - len(known)
    )


def _on(cases: Iterable[CaseLine], day: date) -> Waiting:
    waited = [
        (day - case.received).days
        for case in cases
        if case.received is not None
        and case.received <= day
        and (case.first_had is None or case.first_had > day)
    ]
    return Waiting(day, tuple(sorted(waited, reverse=True)))
