"""A person soon comes of age (pbrl. § 2-5 c)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.fyller_18 import KIND
from tests.alerts.seen import CASE, found, seen

BORN = CASE.model_copy(update={"birth_month": date(2009, 3, 1)})


def test_it_is_told_ahead_of_the_month_and_through_it() -> None:
    (alert,) = found(KIND, seen(BORN), days_ahead=98)
    assert alert.day == date(2027, 3, 1)
    assert "fyller 18 år i 03.2027" in alert.message
    assert found(KIND, seen(BORN), days_ahead=97) == []
    assert len(found(KIND, seen(BORN, on=date(2027, 3, 31)), days_ahead=0)) == 1
    assert found(KIND, seen(BORN, on=date(2027, 4, 1)), days_ahead=0) == []


def test_a_month_that_is_not_known_is_not_told() -> None:
    assert found(KIND, seen(), days_ahead=700) == []
