"""A round's roster with other people or cases in it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import count

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.roster import Roster
from matcher.explain.solved_round import RoundRequest


def with_cases(request: RoundRequest, cases: Iterable[Case]) -> RoundRequest:
    """The request with these cases and no others."""
    roster = request.roster
    return replace(request, roster=Roster.of(roster.on, cases, roster.coordinators, roster.units))


def with_coordinators(request: RoundRequest, people: Iterable[Coordinator]) -> RoundRequest:
    """The request with these coordinators and no others."""
    roster = request.roster
    return replace(request, roster=Roster.of(roster.on, roster.cases, people, roster.units))


def with_units(request: RoundRequest, units: Iterable[Unit]) -> RoundRequest:
    """The request with these units and no others."""
    roster = request.roster
    return replace(request, roster=Roster.of(roster.on, roster.cases, roster.coordinators, units))


def free_id(form: str, taken: Container[str]) -> str:
    """The first id of the form, counted from 1, that nobody has."""
    return next(id_ for number in count(1) if (id_ := form.format(number)) not in taken)
