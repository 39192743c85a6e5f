"""What people are let see, given one thing at a time."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from matcher.domain.history import Happening
from matcher.domain.sight import Sight, SightOf
from matcher.storage import history, people
from matcher.storage.tables import given_sights
from matcher.storage.work import Work


def give(work: Work, person: str, sight: Sight) -> None:
    """Let a person see something; again changes nothing. Raises ``NotKept``."""
    people.name(work.connection, person)
    if sight in of(work.connection, person):
        return
    values = {"person": person, "of": sight.of.value, "which": sight.which}
    given = {"given_at": work.at, "given_by": work.who}
    work.connection.execute(insert(given_sights).values(**values, **given))
    history.append(work, Happening.GAVE_SIGHT, about=f"{sight} til person {person}")


def take(work: Work, person: str, sight: Sight) -> None:
    """Take it back; it is gone from their sessions at once. Raises ``NotKept``."""
    people.name(work.connection, person)
    if sight not in of(work.connection, person):
        return
    work.connection.execute(delete(given_sights).where(_is(person, sight)))
    history.append(work, Happening.TOOK_SIGHT, about=f"{sight} fra person {person}")


def of(connection: Connection, person: str) -> frozenset[Sight]:
    """What a person is let see."""
    query = select(given_sights.c.of, given_sights.c.which).where(given_sights.c.person == person)
    return frozenset(
        Sight(of=SightOf(kind), which=which) for kind, which in connection.execute(query)
    )


def _is(person: str, sight: Sight) -> ColumnElement[bool]:
    its = given_sights.c
    return and_(its.person == person, its.of == sight.of.value, its.which == sight.which)
