"""The new coordinator calls the next meeting (S106)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.neste_mote import KIND
from tests.tasks.ready import CHANGE, KEEPS, NEW, START, due, need


def test_it_follows_a_change() -> None:
    assert due(KIND, CHANGE, due_days=14) == START + timedelta(days=14)


def test_it_follows_nothing_else() -> None:
    assert need(KIND, NEW, due_days=14) is None
    assert need(KIND, KEEPS, due_days=14) is None
