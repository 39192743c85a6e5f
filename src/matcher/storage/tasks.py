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
    if task.id is None:
        added = insert(tasks).values(values).returning(tasks.c.id)
        kept = kept.model_copy(update={"id": work.connection.execute(added).scalar_one()})
    else:
        _raise_where_changed(work.connection, task)
        work.connection.execute(update(tasks).where(tasks.c.id == task.id).values(values))
    history.append(
        work,
        Happening.WROTE_TASK,
        mark=mark,
        about=f"oppgave {kept.id}",
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


def _raise_where_changed(connection: Connection, task: Task) -> None:
    row = connection.execute(tasks.select().where(tasks.c.id == task.id)).mappings().first()
    if row is None:
        raise NotKept(f"Oppgave {task.id}")
    if row["version"] != task.version:
        by = name(connection, row["changed_by"])
        raise Stale(theirs=_task(row), yours=task, by=by, at=row["changed_at"])


def _values(task: Task) -> dict[str, object]:
    values = task.model_dump(exclude={"id", "case", "owner"})
    return values | {"case_id": task.case, "owner": task.owner.value}


def _task(row: RowMapping) -> Task:
    same = Task.model_fields.keys() - {"case", "owner"}
    facts = {name: row[name] for name in same}
    return Task(case=row["case_id"], owner=TaskOwner(row["owner"]), **facts)
