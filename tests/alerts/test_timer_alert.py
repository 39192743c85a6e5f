"""An agreement on hours grows old (S074)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.timer import KIND
from tests.alerts.seen import CASE, KARI, found, seen


def agreed(day: date | None) -> int:
    return len(found(KIND, seen(CASE, KARI.model_copy(update={"agreed_date": day})), months=12))


def test_hours_agreed_a_year_ago_are_told() -> None:
    assert agreed(date(2025, 11, 23)) == 1
    assert agreed(date(2025, 11, 24)) == 0


def test_hours_agreed_on_no_known_day_are_told() -> None:
    assert agreed(None) == 1
    (alert,) = found(KIND, seen(CASE, KARI.model_copy(update={"agreed_date": None})), months=12)
    assert "er ikke avtalt på noen kjent dag" in alert.message
