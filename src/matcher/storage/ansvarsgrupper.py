"""The ansvarsgruppe of each case, with the writing it is at."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select, update

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.history import Happening
from matcher.storage import history
from matcher.storage.errors import Stale
from matcher.storage.marks import mark_of
from matcher.storage.people import name
from matcher.storage.tables import ansvarsgrupper
from matcher.storage.work import Work


def save(work: Work, group: Ansvarsgruppe) -> Ansvarsgruppe:
    """Keep a group, new or changed.

    Raises ``Stale`` where somebody wrote it meanwhile, and ``NotKept`` for an unknown case.
    """
    mark = mark_of(work.connection, group.case)
    _raise_where_changed(work.connection, group)
    kept = group.model_copy(update={"version": group.version + 1})
    content = kept.model_dump_json()
    values = {
        "case_id": kept.case,
        "version": kept.version,
        "content": content,
        "changed_at": work.at,
        "changed_by": work.who,
    }
    if group.version == 0:
        work.connection.execute(insert(ansvarsgrupper).values(values))
    else:
        is_it = ansvarsgrupper.c.case_id == group.case
        work.connection.execute(update(ansvarsgrupper).where(is_it).values(values))
    history.append(work, Happening.WROTE_GROUP, mark=mark, content=content)
    return kept


def every(connection: Connection) -> tuple[Ansvarsgruppe, ...]:
    """Every group, by case."""
    ordered = select(ansvarsgrupper).order_by(ansvarsgrupper.c.case_id)
    return tuple(_group(row) for row in connection.execute(ordered).mappings())


def of_case(connection: Connection, case: str) -> Ansvarsgruppe | None:
    """The group of a case, if there is one."""
    row = _row(connection, case)
    return None if row is None else _group(row)


def _raise_where_changed(connection: Connection, group: Ansvarsgruppe) -> None:
    row = _row(connection, group.case)
    if (row["version"] if row else 0) == group.version:
        return
    raise Stale(
        theirs=_group(row) if row else None,
        yours=group,
        by=name(connection, row["changed_by"]) if row else None,
        at=row["changed_at"] if row else None,
    )


def _row(connection: Connection, case: str) -> RowMapping | None:
    query = ansvarsgrupper.select().where(ansvarsgrupper.c.case_id == case)
    return connection.execute(query).mappings().first()


def _group(row: RowMapping) -> Ansvarsgruppe:
    return Ansvarsgruppe.model_validate_json(row["content"])
