"""Who is served from where: each family's area beside the unit, service or person of its case."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.coordinator import Coordinator
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.wording import sentence
from matcher.ui.texts import say


class From(StrEnum):
    """What serves a case, from near to far."""

    UNIT = "enhet"
    SERVICE = "tjeneste"
    PERSON = "person"


@dataclass(frozen=True)
class Served:
    """How many cases of each area each of those that serve has, the one with most first.

    ``areas`` are in the order of the alphabet, and those that aren't known stand last; a blocked
    address is one of them. ``counts`` are by who serves and area; none is absent.
    """

    whence: tuple[str, ...]
    areas: tuple[str, ...]
    counts: dict[tuple[str, str], int]

    def cases_of(self, whence: str) -> int:
        """All the cases that one unit, service or person has."""
        return sum(self.counts.get((whence, area), 0) for area in self.areas)


def served(plan: Plan, roster: Roster, from_: From) -> Served:
    """The cases of a plan that somebody is suggested for, counted."""
    unknown = say("served.no_area")
    counts = Counter(
        (
            _whence(roster.coordinator_by_id[told.coordinator], from_),
            roster.case_by_id[told.case].area or unknown,
        )
        for told in plan.cases
        if told.coordinator is not None
    )
    of_each = Counter(whence for whence, _ in counts.elements())
    areas = {area for _, area in counts}
    return Served(
        whence=tuple(sorted(of_each, key=lambda whence: (-of_each[whence], whence))),
        areas=tuple(sorted(areas, key=lambda area: (area == unknown, area))),
        counts=dict(counts),
    )


def _whence(person: Coordinator, from_: From) -> str:
    """Where somebody serves from; a blocked address is in no unit that is named."""
    if from_ is From.PERSON:
        return person.name_and_id
    if from_ is From.SERVICE:
        return sentence(person.service) if person.service else say("format.unknown")
    if person.told_unit:
        return person.told_unit
    return say("load.hidden_unit") if person.unit else say("format.unknown")
