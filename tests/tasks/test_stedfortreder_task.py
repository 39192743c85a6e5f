"""The stand-in knows the case well enough (S142, S143)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.stedfortreder import KIND
from tests.tasks.ready import NEW, START, decided, need


def test_whoever_stands_in_is_told_of_the_case_and_named() -> None:
    needed = need(KIND, NEW, due_days=30)
    assert needed is not None
    assert (needed.due, needed.note) == (START + timedelta(days=30), "Stedfortreder: K-2.")


def test_where_nobody_stands_in_nobody_is_told() -> None:
    assert need(KIND, decided(NEW, stand_in=None), due_days=30) is None
