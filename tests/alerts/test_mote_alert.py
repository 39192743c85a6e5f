"""The group hasn't met when it should (S147)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.mote import KIND
from matcher.domain.task import Task, TaskOwner
from tests.alerts.seen import ON, found, seen

MEETING = Task(
    case="S-1",
    kind="arsmote",
    title="Hold møte",
    owner=TaskOwner.COORDINATOR,
    owner_id="K-1",
    due=date(2026, 12, 1),
)


def test_a_meeting_is_told_when_its_day_is_near_or_past() -> None:
    (near,) = found(KIND, seen(tasks=(MEETING,)), days_ahead=8)
    assert (near.case, near.coordinator, near.day) == ("S-1", "K-1", date(2026, 12, 1))
    assert "har frist 01.12.2026" in near.message
    assert found(KIND, seen(tasks=(MEETING,)), days_ahead=7) == []
    (late,) = found(KIND, seen(tasks=(MEETING,), on=date(2026, 12, 2)), days_ahead=0)
    assert "skulle vært 01.12.2026" in late.message


def test_a_meeting_that_was_held_and_other_tasks_are_not_told() -> None:
    held = MEETING.model_copy(update={"done_on": ON})
    other = MEETING.model_copy(update={"kind": "journal"})
    unknown = MEETING.model_copy(update={"due": None})
    assert found(KIND, seen(tasks=(held, other, unknown)), days_ahead=30) == []
