"""The candidate is asked, where that isn't done before the decision (S100)."""

from __future__ import annotations

from datetime import timedelta

from matcher.domain.groundwork import Groundwork
from matcher.tasks.kandidat import KIND
from tests.tasks.ready import KEEPS, NEW, ON, decided, due, need


def test_whoever_has_said_yes_or_goes_on_is_not_asked_again() -> None:
    assert need(KIND, NEW, due_days=3) is None
    assert need(KIND, decided(KEEPS, groundwork=Groundwork()), due_days=3) is None


def test_whoever_has_not_answered_is_asked_soon_after_the_decision() -> None:
    unasked = decided(NEW, groundwork=Groundwork())
    assert due(KIND, unasked, due_days=3) == ON + timedelta(days=3)
