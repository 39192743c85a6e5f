"""A meeting with the user before the first of the group (S111)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.formote import KIND
from tests.tasks.ready import CHANGE, KEEPS, NEW, START, due, need


def test_it_is_where_the_group_is_new() -> None:
    assert due(KIND, NEW, due_days=45) == START + timedelta(days=45)
    assert need(KIND, CHANGE, due_days=45) is None
    assert need(KIND, KEEPS, due_days=45) is None
