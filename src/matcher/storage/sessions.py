"""Log-ins and sessions. A token is told once, to the browser; here stands its fingerprint."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from matcher.domain.actor import AccessRole
from matcher.domain.session import Identity, Lasting, Session, SignIn
from matcher.storage import given_roles, given_sights
from matcher.storage.errors import StorageUnavailable
from matcher.storage.tables import people, sessions, sign_ins

SIGN_IN_LASTS = timedelta(minutes=10)
MOST_SIGN_INS = 5_000
"""Begun and not ended; far more than a municipality's whole staff."""
TOO_MANY = "Altfor mange innlogginger er begynt på samtidig. Kanskje går det om ti minutter?"


def begin_sign_in(connection: Connection, sign_in: SignIn, at: datetime) -> str:
    """Keep a log-in on its way, and give the token that its browser holds.

    Raises ``StorageUnavailable`` where somebody floods the door.
    """
    connection.execute(delete(sign_ins).where(sign_ins.c.began_at < at - SIGN_IN_LASTS))
    if (connection.scalar(select(func.count()).select_from(sign_ins)) or 0) >= MOST_SIGN_INS:
        raise StorageUnavailable(TOO_MANY)
    token = _new_token()
    values = sign_in.model_dump() | {"cookie_sha256": _sha256(token), "began_at": at}
    connection.execute(insert(sign_ins).values(values))
    return token


def take_sign_in(connection: Connection, token: str, at: datetime) -> SignIn | None:
    """The log-in that a browser began, the first time it is asked for and never again."""
    is_it = sign_ins.c.cookie_sha256 == _sha256(token)
    row = connection.execute(select(sign_ins).where(is_it)).mappings().first()
    connection.execute(delete(sign_ins).where(is_it))
    if row is None or row["began_at"] < at - SIGN_IN_LASTS:
        return None
    return SignIn.model_validate({field: row[field] for field in SignIn.model_fields})


def begin(connection: Connection, identity: Identity, at: datetime) -> str:
    """Begin a session, and give its token. Ended sessions are cleared away meanwhile."""
    token = _new_token()
    roles = " ".join(sorted(role.value for role in identity.roles))
    there = _sha256(identity.there) if identity.there else None
    values = {"token_sha256": _sha256(token), "person": identity.person, "claimed_roles": roles}
    times = {"began_at": at, "seen_at": at}
    connection.execute(insert(sessions).values(values | times | {"there_sha256": there}))
    return token


def find(connection: Connection, token: str, at: datetime, lasting: Lasting) -> Session | None:
    """The session of a token, unless it has ended or its person has left."""
    query = (
        select(sessions, people.c.name)
        .join(people, people.c.id == sessions.c.person)
        .where(sessions.c.token_sha256 == _sha256(token), people.c.is_active)
    )
    row = connection.execute(query).mappings().first()
    if (
        row is None
        or at >= row["began_at"] + lasting.longest
        or at >= row["seen_at"] + lasting.idle
    ):
        return None
    claimed = frozenset(AccessRole(role) for role in row["claimed_roles"].split())
    return Session(
        person=row["person"],
        name=row["name"],
        roles=claimed | given_roles.of(connection, row["person"]),
        sights=given_sights.of(connection, row["person"]),
        began_at=row["began_at"],
        seen_at=row["seen_at"],
    )


def see(connection: Connection, token: str, at: datetime) -> None:
    """Write that somebody did something just now."""
    is_it = sessions.c.token_sha256 == _sha256(token)
    connection.execute(update(sessions).where(is_it, sessions.c.seen_at < at).values(seen_at=at))


def end(connection: Connection, token: str) -> None:
    """End a session: its token is worth nothing from now on."""
    connection.execute(delete(sessions).where(sessions.c.token_sha256 == _sha256(token)))


def are_from(connection: Connection, there: str) -> bool:
    """Whether any session came from one session with the log-in."""
    is_it = sessions.c.there_sha256 == _sha256(there)
    return connection.scalar(select(sessions.c.person).where(is_it).limit(1)) is not None


def end_those_from(connection: Connection, there: str) -> list[str]:
    """End every session that came from one session with the log-in; whose they were."""
    is_it = sessions.c.there_sha256 == _sha256(there)
    query = delete(sessions).where(is_it).returning(sessions.c.person)
    return sorted(connection.scalars(query))


def end_all_of(connection: Connection, person: str) -> int:
    """End every session of a person, and tell how many there were."""
    return connection.execute(delete(sessions).where(sessions.c.person == person)).rowcount


def clear_ended(connection: Connection, at: datetime, lasting: Lasting) -> None:
    """Take away the sessions that have run out."""
    has_ended: ColumnElement[bool] = or_(
        sessions.c.began_at <= at - lasting.longest, sessions.c.seen_at <= at - lasting.idle
    )
    connection.execute(delete(sessions).where(has_ended))


def _new_token() -> str:
    return secrets.token_urlsafe(32)


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
