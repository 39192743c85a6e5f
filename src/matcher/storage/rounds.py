"""Rounds, each with everything that is needed to run it again."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select

from matcher.domain.history import Happening
from matcher.domain.kept import KeptRound, RoundLine
from matcher.domain.plan import Plan
from matcher.profiles.load import parse, sha256
from matcher.storage import history, parsed
from matcher.storage.column_types import packed
from matcher.storage.errors import NotKept
from matcher.storage.kept_whole import ROUND, seen
from matcher.storage.tables import rosters, rounds
from matcher.storage.work import Work

LINE = [column for column in rounds.c if column.name not in ("plan", "profile_text")]


def save(work: Work, plan: Plan, *, roster_id: int, profile_text: str, effort: float | None) -> int:
    """Keep a round and give its id.

    Raises ``NotKept`` where the roster isn't kept, and ``ValueError`` where roster or profile
    isn't the one that the plan was made from.
    """
    roster = select(rosters.c.sha256).where(rosters.c.id == roster_id)
    kept_sha256 = work.connection.scalar(roster)
    if kept_sha256 is None:
        raise NotKept(f"Datagrunnlag {roster_id}")
    if kept_sha256 != plan.round.input_sha256:
        raise ValueError("the plan was made from another roster")
    if sha256(parse(profile_text, plan.round.profile)) != plan.round.profile_sha256:
        raise ValueError("the plan was made with another profile")
    text = plan.to_json()
    values = {
        "roster_id": roster_id,
        "day": plan.round.date,
        "municipality": plan.round.municipality,
        "profile": plan.round.profile,
        "profile_text": profile_text,
        "effort": effort,
        "status": plan.round.status.value,
        "ran_at": work.at,
        "ran_by": work.who,
        "erased_cases": 0,
        "plan": text,
    }
    added = insert(rounds).values(values).returning(rounds.c.id)
    id_ = int(work.connection.execute(added).scalar_one())
    history.append(work, Happening.RAN, about=seen(ROUND, id_, text))
    return id_


def lines(connection: Connection) -> tuple[RoundLine, ...]:
    """Every round, newest first."""
    rows = connection.execute(select(*LINE).order_by(rounds.c.id.desc())).mappings()
    return tuple(_line(row) for row in rows)


def one(connection: Connection, id_: int) -> KeptRound:
    """A round; raises ``NotKept``."""
    asked = select(*LINE, rounds.c.profile_text, packed(rounds.c.plan)).where(rounds.c.id == id_)
    row = connection.execute(asked).mappings().first()
    if row is None:
        raise NotKept(f"Runde {id_}")
    return KeptRound(
        line=_line(row),
        profile_text=row["profile_text"],
        effort=row["effort"],
        plan=parsed.plan(row["plan"]),
    )


def _line(row: RowMapping) -> RoundLine:
    facts = {name: row[name] for name in RoundLine.model_fields if name != "on"}
    return RoundLine(on=row["day"], **facts)
