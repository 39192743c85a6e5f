"""Locks and bans that stand from round to round, one a pair at most."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from matcher.domain.history import Happening
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.storage import history
from matcher.storage.errors import Stale
from matcher.storage.marks import mark_of
from matcher.storage.people import name
from matcher.storage.tables import choices
from matcher.storage.work import Work


def save(work: Work, choice: StandingChoice) -> StandingChoice:
    """Keep a lock or ban, new or changed.

    Raises ``Stale`` where somebody chose for the same pair meanwhile, and ``NotKept`` for a case
    that isn't known.
    """
    mark = mark_of(work.connection, choice.case)
    _raise_where_changed(work.connection, choice)
    kept = choice.model_copy(update={"version": choice.version + 1})
    values = _values(kept) | {"changed_at": work.at, "changed_by": work.who}
    if choice.version == 0:
        work.connection.execute(insert(choices).values(values))
    else:
        work.connection.execute(update(choices).where(_is(choice)).values(values))
    content = kept.model_dump_json()
    history.append(work, Happening.CHOSE, mark=mark, about=kept.kind.value, content=content)
    return kept


def withdraw(work: Work, choice: StandingChoice, *, reason: str | None) -> None:
    """Take a lock or ban away; raises ``Stale`` where somebody changed it meanwhile."""
    mark = mark_of(work.connection, choice.case)
    _raise_where_changed(work.connection, choice)
    work.connection.execute(delete(choices).where(_is(choice)))
    content = choice.model_copy(update={"reason": reason}).model_dump_json()
    history.append(work, Happening.WITHDREW, mark=mark, about=choice.kind.value, content=content)


def every(connection: Connection) -> tuple[StandingChoice, ...]:
    """Every lock and ban that stands, by case and coordinator."""
    ordered = select(choices).order_by(choices.c.case_id, choices.c.coordinator)
    return tuple(_choice(row) for row in connection.execute(ordered).mappings())


def _is(choice: StandingChoice) -> ColumnElement[bool]:
    return (choices.c.case_id == choice.case) & (choices.c.coordinator == choice.coordinator)


def _raise_where_changed(connection: Connection, choice: StandingChoice) -> None:
    row = connection.execute(choices.select().where(_is(choice))).mappings().first()
    if (row["version"] if row else 0) == choice.version:
        return
    raise Stale(
        theirs=_choice(row) if row else None,
        yours=choice,
        by=name(connection, row["changed_by"]) if row else None,
        at=row["changed_at"] if row else None,
    )


def _values(choice: StandingChoice) -> dict[str, object]:
    values = choice.model_dump(exclude={"case", "kind"})
    return values | {"case_id": choice.case, "kind": choice.kind.value}


def _choice(row: RowMapping) -> StandingChoice:
    return StandingChoice(
        kind=ChoiceKind(row["kind"]),
        case=row["case_id"],
        coordinator=row["coordinator"],
        reason=row["reason"],
        version=row["version"],
    )
