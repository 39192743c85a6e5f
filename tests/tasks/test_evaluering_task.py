"""Work and plan are looked at again on a set day (S015, S088)."""

from __future__ import annotations

from datetime import date

from matcher.tasks.evaluering import KIND
from tests.tasks.ready import NEW, decided, due


def test_it_is_counted_from_the_start() -> None:
    assert due(KIND, NEW, every_months=6) == date(2027, 6, 1)


def test_without_a_start_it_is_counted_from_the_decision() -> None:
    assert due(KIND, decided(NEW, starts_on=None), every_months=1) == date(2026, 12, 23)
