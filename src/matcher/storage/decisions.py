"""Decisions. Each is written once, as an entry of the history; the table says which entry."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from matcher.domain.decision import Decided, Decision
from matcher.domain.history import Happening
from matcher.storage import history
from matcher.storage.errors import Stale
from matcher.storage.marks import mark_of
from matcher.storage.people import name
from matcher.storage.tables import decisions, history_contents
from matcher.storage.tables import history as entries
from matcher.storage.work import Work


def decide(work: Work, decision: Decision, *, seen: int) -> Decided:
    """Write what is settled in a case, after the decision that the person has seen.

    ``seen`` is the number of that decision, 0 for none. Raises ``Stale`` where another was
    written meanwhile, and ``NotKept`` for a case that isn't known.
    """
    mark = mark_of(work.connection, decision.case)
    now = current(work.connection, decision.case)
    if (now.number if now else 0) != seen:
        raise Stale(
            theirs=now.decision if now else None,
            yours=decision,
            by=name(work.connection, now.who) if now else None,
            at=now.at if now else None,
        )
    number = seen + 1
    entry = history.append(
        work,
        Happening.DECIDED if decision.is_final else Happening.DRAFTED,
        mark=mark,
        about=f"avgjørelse {number}",
        content=decision.model_dump_json(),
    )
    row = {
        "case_id": decision.case,
        "number": number,
        "round_id": decision.round,
        "entry": entry,
    }
    work.connection.execute(insert(decisions).values(row))
    return Decided(number=number, decision=decision, who=work.who, at=work.at)


def current(connection: Connection, case: str) -> Decided | None:
    """The last decision of a case, or ``None``."""
    query = _all().where(decisions.c.case_id == case).order_by(decisions.c.number.desc())
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _decided(row)


def of_case(connection: Connection, case: str) -> tuple[Decided, ...]:
    """Every decision of a case, the first one first."""
    query = _all().where(decisions.c.case_id == case).order_by(decisions.c.number)
    return tuple(_decided(row) for row in connection.execute(query))


def every_current(connection: Connection) -> tuple[Decided, ...]:
    """The last decision of every case, by case."""
    last = (
        select(decisions.c.case_id, func.max(decisions.c.number).label("number"))
        .group_by(decisions.c.case_id)
        .subquery()
    )
    is_last = (decisions.c.case_id == last.c.case_id) & (decisions.c.number == last.c.number)
    query = _all().join(last, is_last)
    found = [_decided(row) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda decided: decided.decision.case))


def every_final(connection: Connection) -> tuple[Decided, ...]:
    """Every final decision, by case and number."""
    final = _all().where(entries.c.what == Happening.DECIDED.value)
    ordered = final.order_by(decisions.c.case_id, decisions.c.number)
    return tuple(_decided(row) for row in connection.execute(ordered))


def _all() -> Select[Any]:
    return (
        select(decisions.c.number, entries.c.who, entries.c.at, history_contents.c.content)
        .join(entries, entries.c.number == decisions.c.entry)
        .join(history_contents, history_contents.c.number == decisions.c.entry)
    )


def _decided(row: Row[Any]) -> Decided:
    decision = Decision.model_validate_json(row.content)
    return Decided(number=row.number, decision=decision, who=row.who, at=row.at)
