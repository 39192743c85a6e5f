"""The people who use the program."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from matcher.domain.history import Happening
from matcher.domain.person import Person
from matcher.storage import history
from matcher.storage.errors import NotKept, Stale
from matcher.storage.tables import people
from matcher.storage.work import Work


def save(work: Work, person: Person) -> Person:
    """Keep a person, new or changed; raises ``Stale`` where somebody changed it meanwhile."""
    row = people.select().where(people.c.id == person.id)
    now = work.connection.execute(row).first()
    if (now.version if now else 0) != person.version:
        theirs = _person(dict(now._mapping)) if now else None
        by, at = (now.changed_by, now.changed_at) if now else (None, None)
        raise Stale(theirs=theirs, yours=person, by=by and name(work.connection, by), at=at)
    kept = person.model_copy(update={"version": person.version + 1})
    values = kept.model_dump() | {"changed_at": work.at, "changed_by": work.who}
    if now is None:
        work.connection.execute(insert(people).values(values))
    else:
        work.connection.execute(update(people).where(people.c.id == person.id).values(values))
    history.append(work, Happening.WROTE_PERSON, about=f"person {person.id}")
    return kept


def every(connection: Connection) -> tuple[Person, ...]:
    """Everybody, by id."""
    rows = connection.execute(people.select().order_by(people.c.id))
    return tuple(_person(dict(row._mapping)) for row in rows)


def is_first(connection: Connection) -> bool:
    """Whether nobody is entered yet."""
    return connection.execute(select(people.c.id).limit(1)).first() is None


def name(connection: Connection, person: str) -> str:
    """A person's name; raises ``NotKept``."""
    found = connection.scalar(select(people.c.name).where(people.c.id == person))
    if found is None:
        raise NotKept(f"Personen {person}")
    return str(found)


def _person(row: dict[str, object]) -> Person:
    return Person.model_validate({field: row[field] for field in Person.model_fields})
