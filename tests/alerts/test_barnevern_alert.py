"""Barnevern's undersøkelse should soon be done (S115)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.barnevern import KIND
from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import BarnevernPhase, Service
from tests.alerts.seen import CASE, found, seen


def looked_into(since: date | None, phase: BarnevernPhase = BarnevernPhase.UNDERSOKELSE) -> Case:
    row = ServiceInCase(service=Service.BARNEVERN, phase=phase, phase_since=since)
    return CASE.model_copy(update={"services": (row,)})


def test_it_is_told_so_long_before_its_three_months_are_up() -> None:
    case = looked_into(date(2026, 9, 7))
    (alert,) = found(KIND, seen(case), days_ahead=14)
    assert (alert.case, alert.day) == ("S-1", date(2026, 12, 7))
    assert "skal være ferdig 07.12.2026" in alert.message
    assert found(KIND, seen(case), days_ahead=13) == []


def test_a_start_that_is_not_known_is_told_now() -> None:
    (alert,) = found(KIND, seen(looked_into(None)), days_ahead=0)
    assert (alert.day, "har ingen kjent start" in alert.message) == (None, True)


def test_another_phase_is_not_told() -> None:
    case = looked_into(date(2026, 9, 7), BarnevernPhase.MEASURES)
    assert found(KIND, seen(case), days_ahead=365) == []
