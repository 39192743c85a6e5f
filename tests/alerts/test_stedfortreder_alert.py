"""Somebody stands in whenever the coordinator is away (S033, S141)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.stedfortreder import KIND
from matcher.domain.coordinator import Absence
from tests.alerts.seen import CASE, KARI, OLA, found, seen

AWAY = Absence(first_day=date(2026, 12, 10), last_day=date(2027, 1, 3))


def test_a_case_with_a_stand_in_who_is_there_is_not_told() -> None:
    away = KARI.model_copy(update={"absences": (AWAY,)})
    assert found(KIND, seen(CASE, away), days_ahead=30) == []


def test_a_case_without_one_is_told_now() -> None:
    (alert,) = found(KIND, seen(stand_ins={}), days_ahead=30)
    assert alert.message == "S-1: ingen er satt opp som stedfortreder for Kari Nes."
    assert (alert.case, alert.coordinator, alert.day) == ("S-1", "K-1", None)


def test_an_absence_with_nobody_to_stand_in_is_told_ahead() -> None:
    people = [one.model_copy(update={"absences": (AWAY,)}) for one in (KARI, OLA)]
    (alert,) = found(KIND, seen(CASE, *people), days_ahead=17)
    assert alert.day == AWAY.first_day
    assert "Kari Nes er borte fra 10.12.2026 til 03.01.2027, og ingen står inn" in alert.message
    assert found(KIND, seen(CASE, *people), days_ahead=16) == []
    assert found(KIND, seen(CASE, *people, on=date(2027, 1, 4)), days_ahead=17) == []
