"""The tasks of a decision: each once, in the right hands, and never overdue at birth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.decision import Decision, Outcome
from matcher.domain.task import Task, TaskOwner
from matcher.domain.vocabulary import Transition
from matcher.profiles.load import builtin, load
from matcher.profiles.task_lines import TaskLines
from matcher.tasks import TASKS
from matcher.tasks.made import followed_by, made
from tests.tasks.ready import AS, CHANGE, KEEPS, NEW, ON, START, of_case

FARSUND = load("farsund")


def kept(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks as they come back from the database."""
    numbered = enumerate(tasks, 1)
    return tuple(task.model_copy(update={"id": id_, "version": 1}) for id_, task in numbered)


def of_kind(tasks: tuple[Task, ...], kind: str) -> Task:
    (found,) = [task for task in tasks if task.kind == kind]
    return found


def test_kinds_are_told_in_the_order_of_the_profile_and_each_has_its_line() -> None:
    assert [kind.id for kind in TASKS] == list(TaskLines.model_fields)
    assert all(kind.title != kind.id for kind in TASKS)


@pytest.mark.parametrize("name", builtin())
def test_a_task_has_its_words_owner_and_source_from_the_profile(name: str) -> None:
    profile = load(name)
    assert profile.tasks is not None
    for task in made(NEW, profile, ()):
        line = getattr(profile.tasks, task.kind)
        assert (task.title, task.owner, task.source) == (line.text, line.owner, line.source)
        assert task.case == "S-1"


def test_a_task_is_in_the_hands_of_the_coordinator_the_leader_or_ke() -> None:
    tasks = made(CHANGE, AS, ())
    assert of_kind(tasks, "forventninger").owner_id == "K-1"
    assert of_kind(tasks, "overforing").owner_id == "K-3"
    assert of_kind(tasks, "opplaering").owner_id is None
    unnamed = replace(CHANGE, unit=NEW.unit and NEW.unit.model_copy(update={"leader_id": None}))
    assert of_kind(made(unnamed, AS, ()), "overforing").owner_id == "Siv Moen"


def test_a_case_that_stays_open_and_a_profile_without_tasks_make_none() -> None:
    open_ = replace(
        NEW,
        decision=Decision(case="S-1", outcome=Outcome.OPEN, reason="Venter.", is_final=True),
        coordinator=None,
    )
    assert made(open_, AS, ()) == ()
    assert made(NEW, AS.model_copy(update={"tasks": None}), ()) == ()


def test_nothing_is_overdue_at_birth() -> None:
    soon = of_case(
        NEW, next_transition=Transition.TO_UPPER_SECONDARY, transition_date=date(2026, 12, 24)
    )
    assert of_kind(made(soon, FARSUND, ()), "overgang").due == ON


def test_deciding_again_makes_no_task_twice() -> None:
    first = kept(made(NEW, AS, ()))
    assert made(KEEPS, AS, first) == ()


def test_what_the_same_coordinator_has_done_is_not_asked_again_but_what_comes_again_is() -> None:
    first = kept(made(NEW, AS, ()))
    done = tuple(task.model_copy(update={"done_on": START}) for task in first)
    again = {task.kind for task in made(KEEPS, AS, done)}
    assert again == {"arsmote", "evaluering"}


def test_a_decision_that_is_written_anew_before_the_start_asks_for_nothing_done_again() -> None:
    """As when only the stand-in was wrong."""
    first = kept(made(CHANGE, AS, ()))
    done = tuple(task.model_copy(update={"done_on": ON}) for task in first)
    again = [task for task in made(CHANGE, AS, done) if task.owner is TaskOwner.COORDINATOR]
    assert {task.kind for task in again} == {"arsmote", "evaluering"}


def test_open_tasks_go_along_to_the_new_coordinator_and_leader() -> None:
    """S106: the owner switches at the hand-over."""
    first = kept(made(NEW, AS, ()))
    other = replace(
        CHANGE, decision=CHANGE.decision.model_copy(update={"coordinator": "K-7"}), unit=None
    )
    moved = {task.kind: task for task in made(other, AS, first) if task.id is not None}
    assert moved["arsmote"].owner_id == "K-7"
    assert moved["arsmote"].version == 1
    assert "opplaering" not in moved
    assert moved["stedfortreder"].owner_id is None
    done = tuple(task.model_copy(update={"done_on": START}) for task in first)
    assert [task for task in made(other, AS, done) if task.id is not None] == []


def test_a_meeting_that_was_held_is_followed_by_the_next_a_year_later() -> None:
    """S147."""
    first = of_kind(kept(made(NEW, AS, ())), "forste_mote")
    held = first.model_copy(update={"done_on": date(2027, 1, 15)})
    (following,) = followed_by(held, AS, ())
    assert (following.kind, following.due) == ("arsmote", date(2028, 1, 15))
    assert (following.id, following.owner_id) == (None, "K-1")


def test_a_meeting_that_was_held_moves_the_one_that_waits() -> None:
    tasks = kept(made(NEW, AS, ()))
    held = of_kind(tasks, "forste_mote").model_copy(update={"done_on": date(2027, 1, 15)})
    (moved,) = followed_by(held, AS, tasks)
    waiting = of_kind(tasks, "arsmote")
    assert moved == waiting.model_copy(update={"due": date(2028, 1, 15)})


def test_what_comes_again_comes_again_and_what_does_not_does_not() -> None:
    tasks = kept(made(NEW, AS, ()))
    done = of_kind(tasks, "evaluering").model_copy(update={"done_on": date(2027, 6, 7)})
    (again,) = followed_by(done, AS, tasks)
    assert (again.kind, again.due, again.id) == ("evaluering", date(2027, 12, 7), None)
    for kind in ("forventninger", "opplaering"):
        other = of_kind(tasks, kind).model_copy(update={"done_on": ON})
        assert followed_by(other, AS, tasks) == ()
    own = Task(case="S-1", kind="egen", title="Ring", owner=TaskOwner.KE, done_on=ON)
    assert followed_by(own, AS, tasks) == ()
    assert followed_by(of_kind(tasks, "arsmote"), AS, tasks) == ()
