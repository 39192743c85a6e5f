"""A new position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from matcher.domain.coordinator import Coordinator
from matcher.domain.focus import FIELD_OF, FocusLevels
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Employer, Focus, Service
from matcher.domain.wording import number
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import ScenarioChange, units_of, unknown
from matcher.scenarios.changes.rosters import free_id, with_coordinators

Competence = dict[Focus, Annotated[int, Field(ge=0, le=3)]]
"""0–3 by focus, in the workbook's words; a focus that isn't named is not known."""


class NewPosition(ScenarioChange):
    """Somebody is employed: trained, present, and known to no family yet."""

    KIND: ClassVar[str] = "new_position"
    TITLE: ClassVar[str] = "En ny stilling"

    service: Service
    percent: float = Field(gt=0, le=100)
    unit: str | None = None
    hours_per_month: float | None = Field(default=None, ge=0, le=200)
    """Hours agreed for coordination; ``None`` is what such a position usually gives here."""
    competence: Competence = Field(default_factory=dict)
    languages: tuple[str, ...] = ()
    area: str | None = None
    first_day: date | None = None
    """``None``: is there on the day of the round."""

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.unit is not None and self.unit not in units_of(request):
            yield unknown("Enheten", self.unit, units_of(request))
        if self._hours(request.roster) is None:
            yield (
                "Ingen i datagrunnlaget har både stillingsprosent og avtalte timer å regne etter. "
                "Kanskje kan du oppgi hours_per_month for den nye stillingen?"
            )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        roster = request.roster
        person = Coordinator(
            id=free_id("NY-{}", roster.coordinator_by_id),
            service=self.service,
            unit=self.unit,
            employer=Employer.MUNICIPALITY,
            position_percent=self.percent,
            agreed_hours_per_month=self._hours(roster),
            employed_from=self.first_day or roster.on,
            training_date=self.first_day or roster.on,
            competence=levels(self.competence),
            languages=self.languages,
            area=self.area,
        )
        return with_coordinators(request, (*roster.coordinators, person))

    @override
    def says(self, before: RoundRequest) -> str:
        hours = number(self._hours(before.roster) or 0)
        guessed = "" if self.hours_per_month is not None else ", anslått etter de andre"
        where = f"{self.unit} ({self.service})" if self.unit else str(self.service)
        return (
            f"Ny stilling på {number(self.percent)} prosent i {where}, med {hours} timer i måneden "
            f"til koordinering{guessed}"
        )

    def _hours(self, roster: Roster) -> float | None:
        if self.hours_per_month is not None:
            return self.hours_per_month
        return usual_hours(roster, self.service, self.percent)


def levels(competence: Mapping[Focus, int]) -> FocusLevels:
    """Competence by focus as a coordinator has it."""
    return FocusLevels(**{FIELD_OF[focus]: level for focus, level in competence.items()})


def usual_hours(roster: Roster, service: Service, percent: float) -> float | None:
    """Hours a month that a position of this size usually gives: the median, to half an hour.

    Of those in the same service, or of everybody where none there has both facts; ``None`` where
    nobody has.
    """
    a_full_position: dict[bool, list[float]] = {True: [], False: []}
    for person in roster.coordinators:
        if person.position_percent and person.agreed_hours_per_month:
            hours = 100 * person.agreed_hours_per_month / person.position_percent
            a_full_position[person.service is service].append(hours)
    known = a_full_position[True] or a_full_position[False]
    return round(median(known) * percent / 100 * 2) / 2 if known else None
