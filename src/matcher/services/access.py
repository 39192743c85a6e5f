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
from inspect import BoundArguments, signature
from typing import Any

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.decision import Decision
from matcher.domain.sight import Sight, SightOf
from matcher.domain.standing_choice import StandingChoice
from matcher.domain.task import Task
from matcher.domain.wording import listed
from matcher.exchange.national_ids import holds_national_id
from matcher.services.own_part import Narrowing, NotTheirs
from matcher.services.rights import RIGHTS, Right, Within

SIGNED = ("who", "by")
"""What a service calls the person in whose name it acts."""
WRITTEN = (Ansvarsgruppe, Decision, StandingChoice, Task)
"""What people write, and services are handed; a file is looked through by whoever reads it."""
READS_FILES = ("import_file", "import_path")
NATIONAL_ID = (
    "Teksten inneholder et fødselsnummer eller D-nummer. Det lagres aldri her, og ingenting er "
    "gjort. Kanskje kan du bruke saksnummeret i stedet?"
)
NOT_YOURS = (
    "Saken er ikke blant dem du ser. Kanskje er id-en skrevet feil, eller administratoren må gi "
    "deg innsyn i enheten?"
)


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
        bound = shape.bind_partial(self, *given, **named)
        signs, actor = bound.arguments, self.acting()
        require(actor, name, next((signs[by] for by in SIGNED if by in signs), None))
        if name not in READS_FILES and any(map(_holds_national_id, signs.values())):
            raise NotAllowed(NATIONAL_ID)
        right = RIGHTS.get(name)
        if actor.sees_all or right is None or right.within is Within.NO_CASE:
            return method(self, *given, **named)
        return _own_part(self, actor, method, bound)

    return asked


def _holds_national_id(given: Any) -> bool:
    """Whether what somebody wrote, alone or as part of a decision or a task, holds one."""
    if isinstance(given, WRITTEN):
        return holds_national_id(given.model_dump_json())
    return isinstance(given, str) and holds_national_id(given)


def _own_part(
    services: Any, actor: Actor, method: Callable[..., Any], bound: BoundArguments
) -> Any:
    """The answer, and of it what is the actor's own. Raises ``NotAllowed`` for what isn't."""
    narrowing = Narrowing.of(actor, services.database_url)
    itself, *_ = bound.arguments
    sees_all = actor.model_copy(update={"sights": actor.sights | {Sight(of=SightOf.ALL)}})
    try:
        bound.arguments.update(narrowing.asked(bound.arguments))
        bound.arguments[itself] = services.acting_as(sees_all)
        return narrowing.told(method(*bound.args, **bound.kwargs))
    except NotTheirs:
        raise NotAllowed(NOT_YOURS) from None


def require(actor: Actor, service: str, who: str | None = None) -> None:
    """Raise ``NotAllowed`` unless the actor may use a service, and signs with their own name."""
    right = RIGHTS.get(service)
    if right is not None and right.needs_places and not actor.sees_places:
        raise NotAllowed(f"Bare de som er navngitt til det, kan {right.does}.")
    if actor.is_operator:
        return
    if right is not None and actor.roles & right.roles and not _is_within(actor, right):
        raise NotAllowed(f"Du ser bare dine egne saker, og da går det ikke an å {right.does}.")
    if not may(actor, service):
        raise NotAllowed(_refusal(actor, service))
    if who not in (None, actor.person, actor.name):
        raise NotAllowed("Ingen kan gjøre noe i en annens navn. Ingenting er gjort.")


def may(actor: Actor, service: str) -> bool:
    """Whether an actor may use a service; a service that isn't in the table is for nobody."""
    right = RIGHTS.get(service)
    if right is not None and right.needs_places and not actor.sees_places:
        return False
    if actor.is_operator:
        return True
    return right is not None and bool(actor.roles & right.roles) and _is_within(actor, right)


def _is_within(actor: Actor, right: Right) -> bool:
    """Whether a service can be used by somebody who sees no more than the actor does."""
    return actor.sees_all or right.within is not Within.CLOSED


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
