"""What a leader could decide, or time bring: a change that a scenario makes to a round."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from matcher.domain.frozen import Frozen
from matcher.exchange.likeness import closest
from matcher.explain.solved_round import RoundRequest


class ScenarioChange(Frozen, ABC):
    """One change of the roster or the profile, as it stands in a scenario's file."""

    KIND: ClassVar[str]
    """The word in the file, as ``kind``."""
    TITLE: ClassVar[str]
    """The kind in Norwegian, as a choice on the page."""

    def faults(self, request: RoundRequest) -> Iterator[str]:
        """What is wrong with the change for this round, in Norwegian: whom it names in vain."""
        yield from ()

    @abstractmethod
    def made(self, request: RoundRequest) -> RoundRequest:
        """The request with the change made; only asked where ``faults`` has none."""

    @abstractmethod
    def says(self, before: RoundRequest) -> str:
        """The change in words, as a short Norwegian sentence without its full stop."""


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """That there is no such thing, and which was perhaps meant."""
    near = closest(name, sorted(known))
    perhaps = f"Kanskje mente du «{near}»?" if near else "Kanskje er det skrevet feil?"
    return f"{what} «{name}» finnes ikke i datagrunnlaget. {perhaps}"


def no_such_coordinator(request: RoundRequest, id_: str) -> Iterator[str]:
    """A fault where nobody in the roster has the id."""
    if id_ not in request.roster.coordinator_by_id:
        yield unknown("Koordinatoren", id_, request.roster.coordinator_by_id)


def units_of(request: RoundRequest) -> set[str]:
    """Every unit that the roster names."""
    people = request.roster.coordinators
    return {person.unit for person in people if person.unit} | set(request.roster.unit_by_name)
