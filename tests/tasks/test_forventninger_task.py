"""Expectations are settled at the start (S019, S063, S160, S172)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.forventninger import KIND
from tests.tasks.ready import CHANGE, KEEPS, NEW, START, due, need


def test_it_is_for_whoever_begins() -> None:
    assert due(KIND, NEW, due_days=7) == START + timedelta(days=7)
    assert due(KIND, CHANGE, due_days=7) == START + timedelta(days=7)


def test_it_is_not_for_whoever_goes_on() -> None:
    assert need(KIND, KEEPS, due_days=7) is None
