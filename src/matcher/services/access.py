"""Who may do what, held at the one door that pages and commands come through.

Each public method of a service is wrapped when its class is made, and asks the table in
``rights`` each time it is called: a method that isn't in the table is refused to every person.
Nor can anybody do something in another's name.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from getpass import getuser
from inspect import signature
from typing import Any

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.wording import listed
from matcher.services.rights import RIGHTS

SIGNED = ("who", "by")
"""What a service calls the person in whose name it acts."""


class NotAllowed(Exception):
    """The person's roles don't reach; the message is for the person."""


@dataclass(frozen=True)
class Always:
    """Tells the same actor each time."""

    actor: Actor

    def __call__(self) -> Actor:
        """The actor."""
        return self.actor


class Operator:
    """Tells who sits at the machine's own command line (``MATCHER_OPERATOR``, or its user)."""

    def __call__(self) -> Actor:
        """The operator, who may do everything: they have the database in their hands."""
        name = os.environ.get("MATCHER_OPERATOR") or _login_name()
        return Actor(person=name, name=name, roles=frozenset({AccessRole.OPERATOR}))

    def __eq__(self, other: object) -> bool:
        """One operator is as another."""
        return isinstance(other, Operator)

    def __hash__(self) -> int:
        return hash(Operator)


def guarded(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """The service, so that it asks first whether the actor may. Raises ``NotAllowed``."""

    shape = signature(method)

    @wraps(method)
    def asked(self: Any, *given: Any, **named: Any) -> Any:
        signs = shape.bind_partial(self, *given, **named).arguments
        require(self.acting(), name, next((signs[by] for by in SIGNED if by in signs), None))
        return method(self, *given, **named)

    return asked


def require(actor: Actor, service: str, who: str | None = None) -> None:
    """Raise ``NotAllowed`` unless the actor may use a service, and signs with their own name."""
    if actor.is_operator:
        return
    if not may(actor, service):
        raise NotAllowed(_refusal(actor, service))
    if who not in (None, actor.person, actor.name):
        raise NotAllowed("Ingen kan gjøre noe i en annens navn. Ingenting er gjort.")


def may(actor: Actor, service: str) -> bool:
    """Whether an actor may use a service; a service that isn't in the table is for nobody."""
    right = RIGHTS.get(service)
    return actor.is_operator or (right is not None and bool(actor.roles & right.roles))


def _refusal(actor: Actor, service: str) -> str:
    right = RIGHTS.get(service)
    does = right.does if right else "gjøre dette"
    roles = listed(sorted(actor.roles)) or "uten rolle"
    told = f"Du er {roles}, og det gir ikke adgang til å {does}."
    if right is None or not right.roles:
        return told
    enough = listed(sorted(right.roles)).replace(" og ", " eller ")
    return f"{told} Kanskje kan administratoren gi deg rollen {enough}?"


def _login_name() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # no such user, as in many a container
        return "operatør"
