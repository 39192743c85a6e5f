"""The roles that people are given here."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from matcher.domain.actor import AccessRole
from matcher.domain.history import Happening
from matcher.domain.session import Account
from matcher.storage import given_sights, history, people
from matcher.storage.tables import given_roles, sessions
from matcher.storage.work import Work


def give(work: Work, person: str, role: AccessRole) -> None:
    """Give a person a role; again changes nothing. Raises ``NotKept``."""
    people.name(work.connection, person)
    if role in of(work.connection, person):
        return
    values = {"person": person, "role": role.value, "given_at": work.at, "given_by": work.who}
    work.connection.execute(insert(given_roles).values(values))
    history.append(work, Happening.GAVE_ROLE, about=f"{role.value} til person {person}")


def take(work: Work, person: str, role: AccessRole) -> None:
    """Take a role from a person; it is gone from their sessions at once. Raises ``NotKept``."""
    people.name(work.connection, person)
    if role not in of(work.connection, person):
        return
    its = (given_roles.c.person == person) & (given_roles.c.role == role.value)
    work.connection.execute(delete(given_roles).where(its))
    history.append(work, Happening.TOOK_ROLE, about=f"{role.value} fra person {person}")


def of(connection: Connection, person: str) -> frozenset[AccessRole]:
    """The roles a person is given."""
    query = select(given_roles.c.role).where(given_roles.c.person == person)
    return frozenset(AccessRole(role) for role in connection.scalars(query))


def accounts(connection: Connection) -> tuple[Account, ...]:
    """Everybody, by id, with the roles they are given and the sessions they have."""
    query = select(sessions.c.person, func.count()).group_by(sessions.c.person)
    count = {row[0]: int(row[1]) for row in connection.execute(query)}
    return tuple(
        Account(
            person=person.id,
            name=person.name,
            is_active=person.is_active,
            roles=tuple(sorted(of(connection, person.id))),
            sights=tuple(sorted(given_sights.of(connection, person.id), key=str)),
            sessions=count.get(person.id, 0),
        )
        for person in people.every(connection)
    )
