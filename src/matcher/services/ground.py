"""What every service stands on: where the samples are, what lasts, and who asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import TYPE_CHECKING, Self

from matcher.domain.actor import Actor, Who
from matcher.services.access import Always, Operator, guarded, may
from matcher.settings import from_environment

if TYPE_CHECKING:
    from matcher.storage.store import Store


@dataclass(frozen=True)
class Ground:
    """The folders and the database that the services use."""

    sample_folder: Path = Path("data/sample")
    profile_folder: Path = field(default_factory=lambda: from_environment().profile_folder)
    database_url: str = field(default_factory=lambda: from_environment().database_url)
    acting: Who = field(default_factory=Operator)
    """Who asks: the one at the machine's own command line, until ``acting_as`` says otherwise."""

    def __init_subclass__(cls) -> None:
        """Make every public method of a service ask first whether the actor may."""
        super().__init_subclass__()
        for name, method in list(vars(cls).items()):
            if isfunction(method) and not name.startswith("_"):
                setattr(cls, name, guarded(name, method))

    def acting_as(self, who: Actor | Who) -> Self:
        """The same services for a person, or for whoever is found each time one is used."""
        return replace(self, acting=Always(who) if isinstance(who, Actor) else who)

    @property
    def actor(self) -> Actor:
        """Who asks, with the roles they have now."""
        return self.acting()

    def may(self, service: str) -> bool:
        """Whether the actor may use a service, so that a page needn't offer what is refused."""
        return may(self.acting(), service)

    @property
    def store(self) -> Store:
        """What lasts; opened at the first use, for most commands never need it.

        Raises ``StorageUnavailable``.
        """
        opened: Store = import_module("matcher.storage.store").store_at(self.database_url)
        return opened
