"""A log-in: on its way, and as a session that lasts until it ends (Normen, tilgangsstyring)."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import Field

from matcher.domain.actor import AccessRole
from matcher.domain.frozen import Frozen
from matcher.domain.sight import Sight


class SignIn(Frozen):
    """What must come back unchanged from the one who confirms who somebody is."""

    state: str
    nonce: str
    verifier: str
    """The secret of PKCE (RFC 7636): only who began a log-in can end it."""
    goes_to: str = "/"
    """The page the person asked for."""


class Identity(Frozen):
    """Who somebody is, as the municipality's own log-in confirms it."""

    person: str = Field(min_length=1)
    name: str | None = Field(default=None, min_length=1)
    """``None`` where the log-in tells no name (ID-porten); then the name given here stands."""
    roles: frozenset[AccessRole] = frozenset()
    """The roles the confirmation itself tells; others may be given here."""
    roles_were_left_out: bool = False
    """Whether the log-in says that it has roles it didn't send (Entra ID: too many groups)."""
    there: str | None = None
    """The log-in's own id of the person's session with it (``sid``): told again when it ends."""


class Lasting(Frozen):
    """How long a session lasts. The municipality's own choice, within what is sane."""

    idle: timedelta = timedelta(minutes=30)
    """Without anybody doing anything."""
    longest: timedelta = timedelta(hours=8)
    """Whatever is done: a working day."""


class Account(Frozen):
    """A person with the roles that are given here; those of the log-in itself come beside."""

    person: str
    name: str
    is_active: bool
    roles: tuple[AccessRole, ...]
    sights: tuple[Sight, ...]
    sessions: int
    """How many places the person is logged in now, or has forgotten to log out."""


class Session(Frozen):
    """Somebody who is logged in."""

    person: str
    name: str
    roles: frozenset[AccessRole]
    sights: frozenset[Sight]
    began_at: datetime
    seen_at: datetime
