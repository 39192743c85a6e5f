"""Who acts: a named person with the roles they have at this moment (Normen, tilgangsstyring)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from pydantic import Field

from matcher.domain.frozen import Frozen
from matcher.domain.sight import Sight, SightOf


class AccessRole(StrEnum):
    """What somebody is trusted with. A person may have several."""

    LESER = "leser"
    SAKSBEHANDLER = "saksbehandler"
    LEDER = "leder"
    KE_ANSVARLIG = "ke-ansvarlig"
    ADMINISTRATOR = "administrator"
    OPERATOR = "operatør"
    """Whoever has the machine itself, at its command line. Is never given to anybody."""


GIVEN_ROLES = tuple(role for role in AccessRole if role is not AccessRole.OPERATOR)
"""The roles that a person can be given, from the least to the most."""


class Actor(Frozen):
    """A person who asks for something. ``person`` is the id that the history names."""

    person: str = Field(min_length=1)
    name: str = Field(min_length=1)
    roles: frozenset[AccessRole] = frozenset()
    sights: frozenset[Sight] = frozenset()
    """What the person is let see; without any, no case but through the role KE-ansvarlig."""

    @property
    def sees_all(self) -> bool:
        """Whether every case is theirs to see: KE answers for them all (hol. § 7-3)."""
        answers = self.is_operator or AccessRole.KE_ANSVARLIG in self.roles
        return answers or Sight(of=SightOf.ALL) in self.sights

    @property
    def sees_places(self) -> bool:
        """Whether it is a named person who may see where a blocked address is."""
        return Sight(of=SightOf.PLACES) in self.sights

    @property
    def is_operator(self) -> bool:
        """Whether it is whoever has the machine itself."""
        return AccessRole.OPERATOR in self.roles


Who = Callable[[], Actor]
"""Tells who acts, anew at each question: a role that is taken away, is gone at once."""
