"""What lasts of the doors: who has which role, and who is logged in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection

from matcher.domain.actor import AccessRole
from matcher.domain.history import Happening
from matcher.domain.person import Person
from matcher.domain.session import Account, Identity, Lasting, Session, SignIn
from matcher.storage import given_roles, history, people, sessions
from matcher.storage.engine import WRITES
from matcher.storage.faults import told_plainly
from matcher.storage.store import Store
from matcher.storage.work import Work


class AccessStore(Store):
    """Roles and sessions, in the same database as everything else."""

    # Roles

    def accounts(self) -> tuple[Account, ...]:
        """Everybody with their roles, by id."""
        with self._reading() as connection:
            return given_roles.accounts(connection)

    def give_role(self, person: str, role: AccessRole, *, who: str) -> None:
        """Give a known person a role. Raises ``NotKept``."""
        with self._working(who) as work:
            given_roles.give(work, person, role)

    def take_role(self, person: str, role: AccessRole, *, who: str) -> None:
        """Take a role from a person. Raises ``NotKept``."""
        with self._working(who) as work:
            given_roles.take(work, person, role)

    def know(self, person: str, name: str, *, who: str) -> None:
        """Enter a person with an id that is decided elsewhere; the first one enters themself."""
        with self._writing() as connection:
            entering = person if people.is_first(connection) else who
            if person != entering:
                people.name(connection, entering)
            _know(Work(connection, entering, self._clock()), person, name)

    # Log-ins and sessions

    def begin_sign_in(self, sign_in: SignIn) -> str:
        """Keep a log-in on its way; the token that its browser holds."""
        with self._at_the_door() as connection:
            return sessions.begin_sign_in(connection, sign_in, self._clock())

    def take_sign_in(self, token: str) -> SignIn | None:
        """The log-in that a browser began; only once."""
        with self._at_the_door() as connection:
            return sessions.take_sign_in(connection, token, self._clock())

    def roles_of(self, identity: Identity) -> frozenset[AccessRole]:
        """The roles somebody would have: the log-in's own and those given here."""
        with self._reading() as connection:
            return identity.roles | given_roles.of(connection, identity.person)

    def begin_session(self, identity: Identity, lasting: Lasting) -> str | None:
        """Begin a session and give its token; ``None`` for a person who has left."""
        with self._writing() as connection:
            work = Work(connection, identity.person, self._clock())
            if not _know(work, identity.person, identity.name):
                return None
            sessions.clear_ended(connection, work.at, lasting)
            history.append(work, Happening.SIGNED_IN)
            return sessions.begin(connection, identity, work.at)

    def session(self, token: str, lasting: Lasting) -> Session | None:
        """The session of a token, unless it has ended."""
        with self._reading() as connection:
            return sessions.find(connection, token, self._clock(), lasting)

    def see(self, token: str) -> None:
        """Write that the session's person did something now."""
        with self._at_the_door() as connection:
            sessions.see(connection, token, self._clock())

    def end_session(self, token: str, lasting: Lasting) -> None:
        """End a session, whoever asks with its token."""
        now = self.session(token, lasting)
        with self._writing() as connection:
            if now is not None:
                history.append(Work(connection, now.person, self._clock()), Happening.SIGNED_OUT)
            sessions.end(connection, token)

    def end_sessions(self, person: str, *, who: str) -> int:
        """End every session of a person, and tell how many. Raises ``NotKept``."""
        with self._working(who) as work:
            people.name(work.connection, person)
            history.append(work, Happening.SIGNED_OUT_EVERYWHERE, about=f"person {person}")
            return sessions.end_all_of(work.connection, person)

    @contextmanager
    def _at_the_door(self) -> Iterator[Connection]:
        """Write what isn't history, without waiting for those who write history."""
        options = {WRITES: True}
        with (
            told_plainly(),
            self._engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection


def _know(work: Work, person: str, name: str) -> bool:
    """Enter or rename a person, and tell whether they still use the program."""
    known = {each.id: each for each in people.every(work.connection)}
    now = known.get(person)
    if now is None:
        people.save(work, Person(id=person, name=name))
        return True
    if now.is_active and now.name != name:
        people.save(work, now.model_copy(update={"name": name}))
    return now.is_active


@cache
def access_at(address: str) -> AccessStore:
    """The program's one store of the doors at an address."""
    return AccessStore.open(address)
