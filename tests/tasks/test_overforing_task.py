"""The case is handed over when the coordinator changes (S034, S035, S056, S140, S164)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.overforing import KIND
from tests.tasks.ready import CHANGE, KEEPS, NEW, START, due, need


def test_a_change_asks_for_a_hand_over_by_the_start() -> None:
    needed = need(KIND, CHANGE, days_before=0)
    assert needed is not None
    assert needed.due == START
    assert "har ansvaret til den nye har tatt over" in str(needed.note)
    assert due(KIND, CHANGE, days_before=5) == START - timedelta(days=5)


def test_without_a_change_there_is_nothing_to_hand_over() -> None:
    assert need(KIND, NEW) is None
    assert need(KIND, KEEPS) is None
