"""Whoever has cases, has had the training (S084, S127)."""

from __future__ import annotations

from datetime import timedelta

from matcher.alerts.opplaering import KIND
from tests.alerts.seen import CASE, KARI, ON, found, seen


def test_whoever_has_cases_and_no_training_noted_is_told_of() -> None:
    untrained = KARI.model_copy(update={"training_date": None})
    (alert,) = found(KIND, seen(CASE, untrained))
    assert (alert.coordinator, alert.day) == ("K-1", None)
    assert "ikke notert at Kari Nes har fått opplæring" in alert.message


def test_training_to_come_is_not_yet_done_but_its_day_is_told() -> None:
    later = ON + timedelta(days=1)
    (alert,) = found(KIND, seen(CASE, KARI.model_copy(update={"training_date": later})))
    assert alert.day == later


def test_whoever_is_trained_or_has_no_case_is_not() -> None:
    assert found(KIND, seen()) == []
