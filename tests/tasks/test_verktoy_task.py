"""Access to the electronic plan (S135)."""

from __future__ import annotations

from datetime import timedelta

from matcher.tasks.verktoy import KIND
from tests.tasks.ready import KEEPS, NEW, START, need, of_coordinator


def test_whoever_has_access_needs_none() -> None:
    assert need(KIND, of_coordinator(NEW, ip_tool=True), due_days=30) is None
    assert need(KIND, KEEPS, due_days=30) is None


def test_access_that_is_missing_or_not_known_is_arranged_and_the_tool_is_named() -> None:
    for known in (False, None):
        needed = need(KIND, of_coordinator(NEW, ip_tool=known), due_days=30)
        assert needed is not None
        assert (needed.due, needed.note) == (START + timedelta(days=30), "DIPS Samspill")
