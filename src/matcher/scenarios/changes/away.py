"""Somebody is away for a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from typing_extensions import override

from matcher.domain.coordinator import Absence
from matcher.domain.wording import written
from matcher.explain.changes.change import with_coordinator
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import ScenarioChange, no_such_coordinator


class Away(ScenarioChange):
    """The coordinator is away from a day to a day, both counted. No reason is stored."""

    KIND: ClassVar[str] = "away"
    TITLE: ClassVar[str] = "Noen er borte en tid"

    coordinator: str
    first_day: date
    last_day: date

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        yield from no_such_coordinator(request, self.coordinator)
        if self.last_day < self.first_day:
            yield (
                f"Fraværet til «{self.coordinator}» slutter {written(self.last_day)}, før det "
                f"begynner {written(self.first_day)}. Kanskje er datoene byttet om?"
            )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        person = request.roster.coordinator_by_id[self.coordinator]
        absence = Absence(first_day=self.first_day, last_day=self.last_day)
        return with_coordinator(request, person.id, absences=(*person.absences, absence))

    @override
    def says(self, before: RoundRequest) -> str:
        span = f"fra {written(self.first_day)} til og med {written(self.last_day)}"
        return f"{before.roster.called(self.coordinator)} er borte {span}"
