"""A unit is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field
from typing_extensions import override

from matcher.domain.coordinator import Unit
from matcher.domain.vocabulary import Service
from matcher.domain.wording import number
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes.change import ScenarioChange, units_of
from matcher.scenarios.changes.new_position import Competence, NewPosition
from matcher.scenarios.changes.rosters import with_units


class UnitOpened(ScenarioChange):
    """A new unit with so many like positions in it."""

    KIND: ClassVar[str] = "unit_opened"
    TITLE: ClassVar[str] = "En enhet åpnes"

    unit: str = Field(min_length=1)
    service: Service
    positions: int = Field(ge=1, le=50)
    percent: float = Field(gt=0, le=100)
    hours_per_month: float | None = Field(default=None, ge=0, le=200)
    """For each of them; ``None`` is what such a position usually gives here."""
    competence: Competence = Field(default_factory=dict)
    leader_name: str | None = None

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.unit in units_of(request):
            yield f"Enheten «{self.unit}» finnes allerede. Kanskje skal det være nye stillinger?"
            return
        yield from self._position().faults(self._with_unit(request))

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        request = self._with_unit(request)
        for _ in range(self.positions):
            request = self._position().made(request)
        return request

    @override
    def says(self, before: RoundRequest) -> str:
        positions = f"{self.positions} {'stilling' if self.positions == 1 else 'stillinger'}"
        return (
            f"{self.unit} åpnes i {self.service} med {positions} på {number(self.percent)} prosent"
        )

    def _position(self) -> NewPosition:
        return NewPosition(
            service=self.service,
            unit=self.unit,
            percent=self.percent,
            hours_per_month=self.hours_per_month,
            competence=self.competence,
        )

    def _with_unit(self, request: RoundRequest) -> RoundRequest:
        unit = Unit(name=self.unit, service=self.service, leader_name=self.leader_name)
        return with_units(request, (*request.roster.units, unit))
