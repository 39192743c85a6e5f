"""Imported rosters, each as it was on the day it was imported."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select

from matcher.domain.history import Happening
from matcher.domain.kept import KeptRoster, RosterLine
from matcher.domain.roster import Roster
from matcher.storage import history, parsed
from matcher.storage.column_types import packed
from matcher.storage.errors import NotKept
from matcher.storage.kept_whole import ROSTER, seen
from matcher.storage.marks import know
from matcher.storage.tables import rosters
from matcher.storage.work import Work

LINE = [column for column in rosters.c if column.name != "content"]


def save(work: Work, roster: Roster, file_name: str | None) -> int:
    """Keep a roster and give its id; the same roster again is the one that is kept already."""
    same = select(rosters.c.id).where(
        rosters.c.sha256 == roster.sha256, rosters.c.erased_cases == 0
    )
    if (kept := work.connection.scalar(same)) is not None:
        return int(kept)
    content = roster.model_dump_json()
    values = {
        "day": roster.on,
        "sha256": roster.sha256,
        "file_name": file_name,
        "cases": len(roster.cases),
        "coordinators": len(roster.coordinators),
        "imported_at": work.at,
        "imported_by": work.who,
        "erased_cases": 0,
        "content": content,
    }
    added = insert(rosters).values(values).returning(rosters.c.id)
    id_ = int(work.connection.execute(added).scalar_one())
    know(work.connection, (case.id for case in roster.cases))
    history.append(work, Happening.IMPORTED, about=seen(ROSTER, id_, content))
    return id_


def lines(connection: Connection) -> tuple[RosterLine, ...]:
    """Every roster, newest first."""
    rows = connection.execute(select(*LINE).order_by(rosters.c.id.desc())).mappings()
    return tuple(_line(row) for row in rows)


def one(connection: Connection, id_: int) -> KeptRoster:
    """A roster; raises ``NotKept``."""
    asked = select(*LINE, packed(rosters.c.content)).where(rosters.c.id == id_)
    row = connection.execute(asked).mappings().first()
    if row is None:
        raise NotKept(f"Datagrunnlag {id_}")
    return KeptRoster(line=_line(row), roster=parsed.roster(row["content"]))


def _line(row: RowMapping) -> RosterLine:
    facts = {name: row[name] for name in RosterLine.model_fields if name != "on"}
    return RosterLine(on=row["day"], **facts)
