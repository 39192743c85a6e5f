"""A list of tasks to work from: finished, opened again, handed over, and taken out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from matcher.domain.task import Task, TaskOwner
from matcher.services import NotKept, OpenedRound, Services, Stale, Wanted
from tests.services.made_rounds import ON, final, kept_round


@pytest.fixture
def round_(services: Services) -> OpenedRound:
    """A round with one case decided in it, so that there are tasks."""
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=ON), seen=0, who="anne", on=ON)
    return round_


def one(services: Services, kind: str) -> Task:
    (found,) = services.tasks(Wanted(kind=kind), who="anne")
    return found


def test_the_list_is_by_due_day_and_can_be_narrowed(
    services: Services, round_: OpenedRound
) -> None:
    every = services.tasks(who="anne")
    assert [task.due for task in every] == sorted(task.due for task in every if task.due)
    soon = services.tasks(Wanted(due_by=ON + timedelta(days=30)), who="anne")
    assert 0 < len(soon) < len(every)
    assert services.tasks(Wanted(case="S-2"), who="anne") == ()
    own = services.tasks(Wanted(owner=TaskOwner.COORDINATOR, owner_id="K-1"), who="anne")
    assert {task.owner_id for task in own} == {"K-1"}
    assert services.tasks(Wanted(owner_id="K-2"), who="anne") == ()


def test_a_finished_task_leaves_the_list_and_the_next_meeting_comes(
    services: Services, round_: OpenedRound
) -> None:
    first = one(services, "forste_mote")
    held = date(2027, 1, 12)
    done, following = services.finish_task(
        first, round_.profile, who="bjorn", on=held, note="Alle kom."
    )
    assert (done.done_on, done.note) == (held, "Alle kom.")
    assert (following.kind, following.due) == ("arsmote", date(2028, 1, 12))
    assert services.tasks(Wanted(kind="forste_mote"), who="anne") == ()
    assert services.tasks(Wanted(kind="forste_mote", done=True), who="anne") == (done,)
    assert len(services.tasks(Wanted(kind="arsmote", done=None), who="anne")) == 1
    opened = services.reopen_task(done, who="anne")
    assert services.tasks(Wanted(kind="forste_mote"), who="anne") == (opened,)


def test_a_task_is_handed_over_and_given_another_day(
    services: Services, round_: OpenedRound
) -> None:
    task = one(services, "evaluering")
    handed = services.reassign_task(task, TaskOwner.LEADER, "K-3", who="anne")
    assert (handed.owner, handed.owner_id) == (TaskOwner.LEADER, "K-3")
    later = services.reschedule_task(handed, date(2027, 9, 1), who="anne")
    assert services.task(later.id or 0, who="anne") == later
    with pytest.raises(NotKept, match="Oppgave 999"):
        services.task(999, who="anne")


def test_whoever_has_not_seen_the_last_change_is_told(
    services: Services, round_: OpenedRound
) -> None:
    task = one(services, "evaluering")
    services.reschedule_task(task, date(2027, 9, 1), who="bjorn")
    with pytest.raises(Stale, match="Bjørn Dahl"):
        services.finish_task(task, round_.profile, who="anne", on=ON)
    assert one(services, "evaluering").done_on is None


def test_a_task_can_be_written_by_hand(services: Services, round_: OpenedRound) -> None:
    """Such as one for KE where a challenge isn't solved in the service (S183)."""
    own = Task(case="S-1", kind="x", title="Ta opp ventetiden med KE", owner=TaskOwner.KE)
    kept = services.add_task(own, who="anne")
    assert (kept.kind, kept.version) == ("egen", 1)
    assert kept in services.tasks(Wanted(owner=TaskOwner.KE), who="anne")
    with pytest.raises(NotKept, match="S-9"):
        services.add_task(own.model_copy(update={"case": "S-9"}), who="anne")


def test_the_calendar_has_an_entry_a_task_and_nobodys_name(
    services: Services, round_: OpenedRound
) -> None:
    tasks = services.tasks(who="anne")
    content = services.task_calendar(tasks, round_.roster, who="anne")
    entries = {str(e["uid"]): e for e in Calendar.from_ical(content).walk("VEVENT")}
    assert len(entries) == len(tasks)
    for task in tasks:
        entry = entries[f"oppgave-{task.id}@koordinatormatch"]
        assert entry.decoded("dtstart") == task.due
        assert str(entry["summary"]) == f"{task.title} (S-1)"
    assert b"Kari" not in content
    assert content == services.task_calendar(tasks, round_.roster, who="anne")


def test_what_is_done_or_has_no_day_is_not_in_the_calendar(
    services: Services, round_: OpenedRound
) -> None:
    task = one(services, "evaluering")
    done, *_ = services.finish_task(task, round_.profile, who="anne", on=ON)
    dayless = services.reschedule_task(one(services, "formote"), None, who="anne")
    content = services.task_calendar((done, dayless), round_.roster, who="anne")
    assert b"VEVENT" not in content
