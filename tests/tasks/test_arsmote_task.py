"""The ansvarsgruppe meets at least once a year (S147)."""

from __future__ import annotations

from datetime import date

from matcher.tasks.arsmote import KIND
from tests.tasks.ready import KEEPS, NEW, due


def test_it_is_counted_from_the_start_for_everybody() -> None:
    assert due(KIND, NEW, every_months=12) == date(2027, 12, 1)
    assert due(KIND, KEEPS, every_months=6) == date(2027, 6, 1)
