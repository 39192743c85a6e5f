"""What lasts of the doors: who has which role, and who is logged in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection

from matcher.domain.actor import AccessRole
from matcher.domain.history import Happening
from matcher.domain.person import Person
from matcher.domain.roster import Roster
from matcher.domain.session import Account, Identity, Lasting, Session, SignIn
from matcher.domain.sight import OwnPart, Sight, own_part
from matcher.storage import (
    blocked_places,
    decisions,
    given_roles,
    given_sights,
    history,
    people,
    rosters,
    sessions,
)
from matcher.storage.engine import WRITES
from matcher.storage.faults import told_plainly
from matcher.storage.store import Store
from matcher.storage.work import Work


class AccessStore(Store):
    """Roles and sessions, in the same database as everything else."""

    _newest: tuple[tuple[int, int], Roster] | None = None
    """The newest roster as it was last read, with its id and how much is erased from it."""

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

    # What each is let see

    def give_sight(self, person: str, sight: Sight, *, who: str) -> None:
        """Let a known person see something. Raises ``NotKept``."""
        with self._working(who) as work:
            given_sights.give(work, person, sight)

    def take_sight(self, person: str, sight: Sight, *, who: str) -> None:
        """Take it back. Raises ``NotKept``."""
        with self._working(who) as work:
            given_sights.take(work, person, sight)

    def own_part(self, sights: frozenset[Sight]) -> OwnPart:
        """What somebody sees of the newest roster; nothing where there is none."""
        with self._reading() as connection:
            newest = next(iter(rosters.lines(connection)), None)
            if newest is None or not sights:
                return OwnPart()
            is_it = (newest.id, newest.erased_cases)
            if self._newest is None or self._newest[0] != is_it:
                self._newest = (is_it, rosters.one(connection, newest.id).roster)
            return own_part(sights, self._newest[1], decisions.every_final(connection))

    # Where blocked addresses are

    def keep_place(self, case: str, sealed: str, *, who: str) -> None:
        """Keep a sealed place, also of a case that isn't known yet."""
        with self._working(who) as work:
            blocked_places.keep(work, case, sealed)

    def see_place(self, case: str, *, who: str) -> str | None:
        """The sealed place of a case; the reading is written first. Raises ``NotKept``."""
        with self._working(who) as work:
            return blocked_places.see(work, case)

    # People

    def know(self, person: str, name: str, *, who: str) -> None:
        """Enter a person with an id that is decided elsewhere; the first one enters themself."""
        with self._writing() as connection:
            entering = person if people.is_first(connection) else who
            if person != entering:
                people.name(connection, entering)
            _know(Work(connection, entering, self._clock()), person, name)

    def set_active(self, person: str, *, is_active: bool, who: str) -> None:
        """Write that a person has left, or is back; who has left is out at once.

        Raises ``NotKept``.
        """
        with self._working(who) as work:
            people.name(work.connection, person)
            now = next(each for each in people.every(work.connection) if each.id == person)
            if now.is_active != is_active:
                people.save(work, now.model_copy(update={"is_active": is_active}))
            sessions.end_all_of(work.connection, person)

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

    def end_sessions_from(self, there: str) -> int:
        """End every session that came from one session with the log-in, and tell how many."""
        with self._reading() as connection:
            if not sessions.are_from(connection, there):  # anybody may ask: writes nothing then
                return 0
        with self._writing() as connection:
            ended = sessions.end_those_from(connection, there)
            for person in ended:
                history.append(Work(connection, person, self._clock()), Happening.SIGNED_OUT)
            return len(ended)

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


def _know(work: Work, person: str, name: str | None) -> bool:
    """Enter or rename a person, and tell whether they still use the program.

    Without a name, the one that is known stands.
    """
    known = {each.id: each for each in people.every(work.connection)}
    now = known.get(person)
    if now is None:
        people.save(work, Person(id=person, name=name or person))
        return True
    if now.is_active and name is not None and now.name != name:
        people.save(work, now.model_copy(update={"name": name}))
    return now.is_active


@cache
def access_at(address: str) -> AccessStore:
    """The program's one store of the doors at an address."""
    return AccessStore.open(address)
