"""The tasks that a decision makes, and those that a finished task is followed by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from matcher.domain.months import months_after
from matcher.domain.task import Task, TaskOwner
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import Again, TaskLine
from matcher.tasks import TASKS, arsmote
from matcher.tasks.task_kind import Need, Ready, TaskKind

KIND_BY_ID = {kind.id: kind for kind in TASKS}


def made(ready: Ready, profile: Profile, kept: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks to be written with a final decision: new ones, and those that change hands.

    A kind that is open already isn't made twice; where another coordinator takes over, the
    coordinator's open tasks go along (S106).
    """
    if ready.coordinator is None:
        return ()
    kept = tuple(kept)
    open_ = {task.kind: task for task in kept if task.done_on is None}
    moved = [_moved(task, ready) for task in kept if task.done_on is None]
    new = []
    for kind in TASKS:
        line = kind.line(profile)
        need = kind.need(ready, line, profile) if line and kind.id not in open_ else None
        if line and need and not _is_done(kind, ready, kept):
            new.append(_task(kind, line, need, ready))
    return (*(task for task in moved if task is not None), *new)


def followed_by(done: Task, profile: Profile, kept: Iterable[Task]) -> tuple[Task, ...]:
    """What a finished task makes: itself again where it comes again, and a later next meeting."""
    kind = KIND_BY_ID.get(done.kind)
    if kind is None or done.done_on is None:
        return ()
    open_ = {task.kind: task for task in kept if task.done_on is None and task.id != done.id}
    again = arsmote.KIND if kind.is_meeting else kind if kind.comes_again else None
    line: Any = again.line(profile) if again else None
    if again is None or not isinstance(line, Again):
        return ()
    due = months_after(done.done_on, line.every_months)
    if (waiting := open_.get(again.id)) is not None:
        return (waiting.model_copy(update={"due": due}),)
    return (
        Task(
            case=done.case,
            kind=again.id,
            title=line.text,
            owner=line.owner,
            owner_id=done.owner_id if done.owner is line.owner else None,
            due=due,
            source=line.source,
        ),
    )


def _is_done(kind: TaskKind, ready: Ready, kept: Iterable[Task]) -> bool:
    """Whether it is done for this coordinator already, and doesn't come again by itself."""
    chosen = ready.decision.coordinator
    return not kind.comes_again and any(
        task.kind == kind.id
        and task.done_on is not None
        and (not ready.is_new or (task.owner is TaskOwner.COORDINATOR and task.owner_id == chosen))
        for task in kept
    )


def _task(kind: TaskKind, line: TaskLine, need: Need, ready: Ready) -> Task:
    return Task(
        case=ready.case.id,
        kind=kind.id,
        title=line.text,
        owner=line.owner,
        owner_id=_owner_id(line.owner, ready),
        due=_not_before(need.due, ready.on),
        note=need.note,
        source=line.source,
    )


def _moved(task: Task, ready: Ready) -> Task | None:
    """An open task in other hands, or ``None`` where it stays as it is."""
    if task.owner is TaskOwner.KE:
        return None
    owner_id = _owner_id(task.owner, ready)
    same = owner_id == task.owner_id or not ready.is_new
    return None if same else task.model_copy(update={"owner_id": owner_id})


def _owner_id(owner: TaskOwner, ready: Ready) -> str | None:
    """The coordinator's id; the leader's id, or name where there is none; KE is nobody by name."""
    if owner is TaskOwner.COORDINATOR:
        return ready.decision.coordinator
    if owner is TaskOwner.LEADER and ready.unit:
        return ready.unit.leader_id or ready.unit.leader_name
    return None


def _not_before(due: date | None, on: date) -> date | None:
    """A day that has passed becomes the day of the decision: nothing is overdue at birth."""
    return None if due is None else max(due, on)
