"""More or fewer hours for coordination."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field
from typing_extensions import override

from matcher.domain.coordinator import Coordinator
from matcher.domain.vocabulary import Service
from matcher.domain.wording import number
from matcher.explain.changes.change import with_coordinator
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import (
    ScenarioChange,
    no_such_coordinator,
    units_of,
    unknown,
)


class Hours(ScenarioChange):
    """One coordinator, or each in a unit or service, agrees to more hours or fewer (S074)."""

    KIND: ClassVar[str] = "hours"
    TITLE: ClassVar[str] = "Flere eller færre timer"

    more_hours_per_month: float = Field(ge=-200, le=200)
    """Below 0 for fewer hours."""
    coordinator: str | None = None
    unit: str | None = None
    service: Service | None = None

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        given = [each for each in (self.coordinator, self.unit, self.service) if each is not None]
        if len(given) != 1:
            yield "Timer gjelder enten én koordinator, én enhet eller én tjeneste. Oppgi én av dem."
            return
        if self.coordinator is not None:
            yield from no_such_coordinator(request, self.coordinator)
        if self.unit is not None and self.unit not in units_of(request):
            yield unknown("Enheten", self.unit, units_of(request))
            return
        if self.coordinator is None and not self._people(request):
            yield f"Ingen i {self.unit or self.service} har avtalte timer å endre."
        for person in self._people(request):
            if _agreed(person) + self.more_hours_per_month < 0:
                yield (
                    f"«{person.id}» har bare {number(_agreed(person))} avtalte timer i måneden, "
                    f"og kan ikke få {number(-self.more_hours_per_month)} færre."
                )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        for person in self._people(request):
            agreed = _agreed(person) + self.more_hours_per_month
            request = with_coordinator(request, person.id, agreed_hours_per_month=agreed)
        return request

    @override
    def says(self, before: RoundRequest) -> str:
        amount = number(abs(self.more_hours_per_month))
        change = (
            f"{amount} {'flere' if self.more_hours_per_month >= 0 else 'færre'} timer i måneden"
        )
        if self.coordinator is not None:
            return f"{before.roster.called(self.coordinator)} får {change}"
        people = len(self._people(before))
        return f"{self.unit or self.service}: hver av de {people} koordinatorene får {change}"

    def _people(self, request: RoundRequest) -> list[Coordinator]:
        """Whom it is about; of a unit or service, those who have agreed to hours at all."""
        everybody = request.roster.coordinators
        if self.coordinator is not None:
            return [person for person in everybody if person.id == self.coordinator]
        return [
            person
            for person in everybody
            if person.agreed_hours_per_month is not None
            and (person.unit == self.unit if self.unit else person.service is self.service)
        ]


def _agreed(person: Coordinator) -> float:
    return person.agreed_hours_per_month or 0.0
