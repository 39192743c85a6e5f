"""A coordinator who has cases leaves (S031, S050)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.slutter import KIND
from tests.alerts.seen import CASE, KARI, OLA, found, seen

LEAVES = KARI.model_copy(update={"employed_to": date(2027, 1, 31)})


def test_it_is_told_so_long_before_with_the_cases() -> None:
    (alert,) = found(KIND, seen(CASE, LEAVES), days_ahead=69)
    assert (alert.coordinator, alert.day) == ("K-1", date(2027, 1, 31))
    assert "Kari Nes slutter 31.01.2027 og har S-1" in alert.message
    assert found(KIND, seen(CASE, LEAVES), days_ahead=68) == []


def test_whoever_stays_or_has_no_case_is_not_told_of() -> None:
    assert found(KIND, seen(), days_ahead=69) == []
    idle = OLA.model_copy(update={"employed_to": date(2026, 12, 1)})
    assert found(KIND, seen(CASE, idle), days_ahead=69) == []
