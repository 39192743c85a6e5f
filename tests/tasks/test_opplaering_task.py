"""Training comes before the start (S084, S127)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.opplaering import KIND
from tests.tasks.ready import KEEPS, NEW, START, due, need, of_coordinator


def test_whoever_is_trained_by_the_start_needs_none() -> None:
    assert need(KIND, of_coordinator(NEW, training_date=START)) is None
    assert need(KIND, KEEPS) is None


def test_whoever_is_not_or_only_later_is_trained_before_the_start() -> None:
    assert due(KIND, NEW, days_before=0) == START
    assert due(KIND, NEW, days_before=7) == START - timedelta(days=7)
    late = of_coordinator(NEW, training_date=START + timedelta(days=1))
    assert due(KIND, late) == START
