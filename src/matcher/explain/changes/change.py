"""Small changes that could make a round turn out otherwise: what a person could do, or say.

A change is made to what the round was asked, so that it can be tried by running the round
again. They are told in the order of ``EFFORT``: what KE settles alone, what the family says,
what a leader arranges, what time brings, and last the municipality's own settings.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.explain.solved_round import RoundRequest


@dataclass(frozen=True)
class Change(ABC):
    """One change; ``says`` is a Norwegian clause that can follow «hvis»."""

    EFFORT: ClassVar[int]

    @property
    def kind(self) -> str:
        """The kind of change, for scripts."""
        return type(self).__name__

    @property
    def subject(self) -> str:
        """The kind and whom it is about, whatever the amount."""
        about = (getattr(self, name, "") for name in ("case", "coordinator", "criterion"))
        return ":".join([self.kind, *about])

    @abstractmethod
    def made(self, request: RoundRequest) -> RoundRequest:
        """The request with the change made."""

    @abstractmethod
    def says(self, before: RoundRequest) -> str:
        """The change in words, beside how it is before."""


def called(coordinator_id: str, before: RoundRequest) -> str:
    """A coordinator as KE knows the person."""
    return before.roster.called(coordinator_id)


def with_case(request: RoundRequest, id_: str, **values: object) -> RoundRequest:
    """The request with other facts of one case."""
    roster = request.roster
    cases = [
        Case.model_validate({**dict(case), **values}) if case.id == id_ else case
        for case in roster.cases
    ]
    return replace(request, roster=Roster.of(roster.on, cases, roster.coordinators, roster.units))


def with_coordinator(request: RoundRequest, id_: str, **values: object) -> RoundRequest:
    """The request with other facts of one coordinator."""
    roster = request.roster
    people = [
        Coordinator.model_validate({**dict(person), **values}) if person.id == id_ else person
        for person in roster.coordinators
    ]
    return replace(request, roster=Roster.of(roster.on, roster.cases, people, roster.units))
