"""Who is logged in. Used by the doors of the pages, before there is a person to act for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.session import Identity, Lasting, SignIn
from matcher.storage.access_store import AccessStore, access_at

SEEN_EACH = timedelta(seconds=30)
"""A page asks at every click: so often it is written that somebody is there."""


class NoAccess(Exception):
    """Somebody is who they say, and has nothing to do here."""

    def __init__(self, identity: Identity) -> None:
        super().__init__("Du er logget inn, men har ingen rolle i Koordinatormatch.")
        self.identity = identity


@dataclass(frozen=True)
class Sessions:
    """Log-ins and sessions in the program's database.

    Every method raises ``StorageUnavailable`` where the database can't be used right now; then
    nobody comes in.
    """

    database_url: str
    lasting: Lasting = field(default_factory=Lasting)

    def begin_sign_in(self, sign_in: SignIn) -> str:
        """Keep a log-in on its way; the token that its browser holds."""
        return self._doors.begin_sign_in(sign_in)

    def take_sign_in(self, token: str) -> SignIn | None:
        """The log-in that a browser began; only once, and not for long."""
        return self._doors.take_sign_in(token)

    def begin(self, identity: Identity) -> str:
        """Begin a session and give its token. Raises ``NoAccess`` without any role."""
        roles = self._doors.roles_of(identity)
        token = self._doors.begin_session(identity, self.lasting) if roles else None
        if token is None:
            raise NoAccess(identity)
        return token

    def actor(self, token: str, *, does_something: bool = True) -> Actor | None:
        """Who a token belongs to, with the roles they have now; ``None`` for nobody.

        ``does_something`` is false where the browser asks by itself: that keeps no session alive.
        """
        session = self._doors.session(token, self.lasting)
        if session is None or not session.roles:
            return None
        if does_something and datetime.now(UTC) - session.seen_at > SEEN_EACH:
            self._doors.see(token)
        roles = frozenset(role for role in session.roles if role is not AccessRole.OPERATOR)
        return Actor(person=session.person, name=session.name, roles=roles, sights=session.sights)

    def end(self, token: str) -> None:
        """End a session on the server; its token is worth nothing from then on."""
        self._doors.end_session(token, self.lasting)

    def end_those_from(self, there: str) -> int:
        """End what came from one session with the log-in, now that it is over; how many."""
        return self._doors.end_sessions_from(there)

    @property
    def _doors(self) -> AccessStore:
        return access_at(self.database_url)
