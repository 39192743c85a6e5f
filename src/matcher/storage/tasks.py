"""Tasks, each with the writing it is at."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from matcher.domain.history import Happening
from matcher.domain.task import Task, TaskOwner
from matcher.storage import history
from matcher.storage.errors import NotKept, Stale
from matcher.storage.marks import mark_of
from matcher.storage.people import name
from matcher.storage.tables import tasks
from matcher.storage.work import Work


def save(work: Work, task: Task) -> Task:
    """Keep a task, new or changed.

    Raises ``Stale`` where somebody changed it meanwhile, and ``NotKept`` where task or case
    isn't kept.
    """
    mark = mark_of(work.connection, task.case)
    kept = task.model_copy(update={"version": task.version + 1})
    values = _values(kept) | {"changed_at": work.at, "changed_by": work.who}
    before = None
    if task.id is None:
        added = insert(tasks).values(values).returning(tasks.c.id)
        kept = kept.model_copy(update={"id": work.connection.execute(added).scalar_one()})
    else:
        before = _unless_changed(work.connection, task)
        work.connection.execute(update(tasks).where(tasks.c.id == task.id).values(values))
    history.append(
        work,
        Happening.WROTE_TASK,
        mark=mark,
        about=f"oppgave {kept.id}: {_happened(before, kept)}",
        content=kept.model_dump_json(),
    )
    return kept


def every(connection: Connection, *, case: str | None = None) -> tuple[Task, ...]:
    """Tasks by due day, those without a day last; of one case where it is given."""
    query: Select[Any] = select(tasks)
    if case is not None:
        query = query.where(tasks.c.case_id == case)
    ordered = query.order_by(tasks.c.due.is_(None), tasks.c.due, tasks.c.id)
    return tuple(_task(row) for row in connection.execute(ordered).mappings())


def _happened(before: Task | None, after: Task) -> str:
    """What the history says of a writing: never erased, so it names neither task nor person."""
    if before is None:
        return "ny"
    if before.done_on != after.done_on:
        return "gjort" if after.done_on else "åpnet igjen"
    parts = (
        ("gitt til en annen", (before.owner, before.owner_id) != (after.owner, after.owner_id)),
        ("ny frist", before.due != after.due),
    )
    return " og ".join(words for words, is_so in parts if is_so) or "endret"


def _unless_changed(connection: Connection, task: Task) -> Task:
    """The task as it is kept, the one that the writer saw. Raises ``Stale`` and ``NotKept``."""
    row = connection.execute(tasks.select().where(tasks.c.id == task.id)).mappings().first()
    if row is None:
        raise NotKept(f"Oppgave {task.id}")
    kept = _task(row)
    if kept.version != task.version:
        by = name(connection, row["changed_by"])
        raise Stale(theirs=kept, yours=task, by=by, at=row["changed_at"])
    return kept


def _values(task: Task) -> dict[str, object]:
    values = task.model_dump(exclude={"id", "case", "owner"})
    return values | {"case_id": task.case, "owner": task.owner.value}


def _task(row: RowMapping) -> Task:
    same = Task.model_fields.keys() - {"case", "owner"}
    facts = {name: row[name] for name in same}
    return Task(case=row["case_id"], owner=TaskOwner(row["owner"]), **facts)
