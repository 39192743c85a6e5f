"""Accounts: who has which role here, and logging somebody out everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from matcher.domain.actor import AccessRole
from matcher.domain.session import Account
from matcher.domain.sight import Sight
from matcher.services.ground import Ground

if TYPE_CHECKING:
    from matcher.storage.access_store import AccessStore


@dataclass(frozen=True)
class Accounts(Ground):
    """What the administrator does."""

    def accounts(self) -> tuple[Account, ...]:
        """Everybody with the roles they are given here, by id."""
        return self._doors.accounts()

    def give_role(self, person: str, role: AccessRole, *, name: str | None = None) -> None:
        """Give a person a role; with a name the person is entered first.

        ``person`` is the id that the log-in tells. Raises ``NotKept`` for somebody unknown.
        """
        who = self._signed()
        if name is not None:
            self._doors.know(person, name, who=who)
        self._doors.give_role(person, role, who=who)

    def take_role(self, person: str, role: AccessRole) -> None:
        """Take a role from a person; it is gone at once, also where they are logged in."""
        self._doors.take_role(person, role, who=self._signed())

    def give_sight(self, person: str, sight: Sight) -> None:
        """Let a person see more. Raises ``NotKept`` for somebody unknown."""
        self._doors.give_sight(person, sight, who=self._signed())

    def take_sight(self, person: str, sight: Sight) -> None:
        """Take it back; it is gone at once, also where they are logged in."""
        self._doors.take_sight(person, sight, who=self._signed())

    def has_left(self, person: str) -> None:
        """Write that a person no longer uses the program: they are out at once, and stay out."""
        self._doors.set_active(person, is_active=False, who=self._signed())

    def is_back(self, person: str) -> None:
        """Write that a person uses the program again, with the roles they are given."""
        self._doors.set_active(person, is_active=True, who=self._signed())

    def end_sessions(self, person: str) -> int:
        """Log a person out everywhere, and tell how many places that was."""
        return self._doors.end_sessions(person, who=self._signed())

    def _signed(self) -> str:
        """The id of who acts; the operator of the machine is entered at the first use."""
        actor = self.actor
        if actor.is_operator and all(p.id != actor.person for p in self._doors.people()):
            self._doors.know(actor.person, actor.name, who=actor.person)
        return actor.person

    @property
    def _doors(self) -> AccessStore:
        opened: AccessStore = import_module("matcher.storage.access_store").access_at(
            self.database_url
        )
        return opened
