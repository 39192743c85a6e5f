"""Sight (innsyn): which cases somebody may see (Normen: tilgang etter tjenstlig behov).

Whoever has no sight of all cases, sees those of their own: the cases that somebody in their unit,
or they themselves, has today, takes over, stands in for, or is a contact person in.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from matcher.domain.decision import Decided
from matcher.domain.frozen import Frozen
from matcher.domain.roster import Roster


class SightOf(StrEnum):
    """What a sight opens. ``PLACES`` alone opens where somebody with a blocked address is."""

    ALL = "alle saker"
    UNIT = "enhet"
    COORDINATOR = "koordinator"
    PLACES = "sperrede steder"


NAMED = frozenset({SightOf.UNIT, SightOf.COORDINATOR})
"""Those that say which one."""
EXAMPLES = "alle saker, enhet Helsestasjonen, koordinator K-001, sperrede steder"


class Sight(Frozen):
    """One thing that a person is let see; a unit's name or a coordinator's id where it is one."""

    of: SightOf
    which: str = Field(default="", max_length=200)

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if bool(self.which.strip()) != (self.of in NAMED):
            raise ValueError("et innsyn i en enhet eller en koordinator sier hvilken, og bare det")
        return self

    @classmethod
    def read(cls, text: str) -> Self:
        """As people write it: ``enhet Helsestasjonen``. Raises ``ValueError``."""
        for of in SightOf:
            word, rest = of.value, text.strip()
            if rest == word or (of in NAMED and rest.startswith(f"{word} ")):
                return cls(of=of, which=rest.removeprefix(word).strip())
        raise ValueError(f"«{text}» er ikke noe innsyn. Kanskje ett av disse: {EXAMPLES}.")

    def __str__(self) -> str:
        """As people read it."""
        return f"{self.of.value} {self.which}".strip()


class OwnPart(Frozen):
    """What somebody who doesn't see all, sees: ids of cases and coordinators, names of units."""

    cases: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


def own_part(sights: Iterable[Sight], roster: Roster, decided: Iterable[Decided]) -> OwnPart:
    """The part of a municipality that belongs to somebody, as the roster and decisions stand.

    ``decided`` are final decisions in order; the last of a case counts. Whoever has a blocked
    address is told in no unit, and so belongs to none here.
    """
    sights = tuple(sights)
    units = frozenset(sight.which for sight in sights if sight.of is SightOf.UNIT)
    own = frozenset(sight.which for sight in sights if sight.of is SightOf.COORDINATOR)
    of_units = {one.id for one in roster.coordinators if one.told_unit in units}
    people = (own | of_units) & roster.coordinator_by_id.keys()
    last = {one.decision.case: one.decision for one in decided}
    cases = set()
    for case in roster.cases:
        answering = {case.current_coordinator, *(row.contact for row in case.services)}
        if settled := last.get(case.id):
            answering |= {settled.coordinator, settled.stand_in}
        if answering & people:
            cases.add(case.id)
    return OwnPart(cases=frozenset(cases), coordinators=frozenset(people), units=units)
