"""The mark that stands for a case in the history. Which case it is, is erased with the case."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from matcher.storage.errors import NotKept
from matcher.storage.tables import cases


def know(connection: Connection, ids: Iterable[str]) -> None:
    """Give every case that is new a mark of its own."""
    known = set(connection.scalars(select(cases.c.id)))
    new = [{"id": id_, "mark": uuid4().hex} for id_ in sorted(set(ids) - known)]
    if new:
        connection.execute(insert(cases), new)


def mark_of(connection: Connection, case: str) -> str:
    """The mark of a case; raises ``NotKept`` for one that isn't known."""
    mark = connection.scalar(select(cases.c.mark).where(cases.c.id == case))
    if mark is None:
        raise NotKept(f"Saken {case}")
    return str(mark)
