"""A unit is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from typing_extensions import override

from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import ScenarioChange, units_of, unknown
from matcher.scenarios.changes.rosters import with_coordinators


class UnitClosed(ScenarioChange):
    """The unit is closed, and none of its people take part in the round."""

    KIND: ClassVar[str] = "unit_closed"
    TITLE: ClassVar[str] = "En enhet legges ned"

    unit: str

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.unit not in units_of(request):
            yield unknown("Enheten", self.unit, units_of(request))

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        roster = request.roster
        left = roster.on - timedelta(days=1)
        people = (
            person.model_copy(update={"employed_to": left}) if person.unit == self.unit else person
            for person in roster.coordinators
        )
        return with_coordinators(request, people)

    @override
    def says(self, before: RoundRequest) -> str:
        people = sum(person.unit == self.unit for person in before.roster.coordinators)
        return f"{self.unit} legges ned, med {people} koordinatorer"
