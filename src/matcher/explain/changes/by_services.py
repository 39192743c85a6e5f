"""What coordinators, their leaders and the services arrange, or time brings."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from matcher.domain.case import ServiceInCase
from matcher.domain.running_services import running
from matcher.domain.vocabulary import BarnevernPhase, RelationKind, Service
from matcher.domain.wording import number
from matcher.explain.changes.change import Change, called, with_case, with_coordinator
from matcher.explain.solved_round import RoundRequest


@dataclass(frozen=True)
class SaysYes(Change):
    """The coordinator is asked again, and takes the case (S100)."""

    EFFORT = 5
    case: str
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        declined = (self.coordinator, RelationKind.HAS_DECLINED)
        relations = request.roster.case_by_id[self.case].relations
        kept = tuple(r for r in relations if (r.coordinator, r.kind) != declined)
        return with_case(request, self.case, relations=kept)

    @override
    def says(self, before: RoundRequest) -> str:
        return f"{called(self.coordinator, before)} likevel sier ja til saken"


@dataclass(frozen=True)
class Trained(Change):
    """The coordinator has the training for the role by the day of the round (S127)."""

    EFFORT = 6
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return with_coordinator(request, self.coordinator, training_date=request.roster.on)

    @override
    def says(self, before: RoundRequest) -> str:
        return f"{called(self.coordinator, before)} får opplæring i rollen før runden"


@dataclass(frozen=True)
class MoreHours(Change):
    """The leader agrees to more hours for the role (S074)."""

    EFFORT = 7
    coordinator: str
    hours_per_month: float
    """So many more free hours than now."""

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return with_coordinator(
            request, self.coordinator, agreed_hours_per_month=self._agreed(request)
        )

    @override
    def says(self, before: RoundRequest) -> str:
        now = before.roster.coordinator_by_id[self.coordinator].agreed_hours_per_month
        agreed = number(self._agreed(before))
        was = "i dag er ingen avtalt" if now is None else f"i dag {number(now)}"
        who = called(self.coordinator, before)
        return f"{who} har {agreed} avtalte timer i måneden ({was})"

    def _agreed(self, request: RoundRequest) -> float:
        person = request.roster.coordinator_by_id[self.coordinator]
        bound = person.bound_hours_per_month or 0.0
        return bound + (person.free_hours_per_month or 0.0) + self.hours_per_month


@dataclass(frozen=True)
class InvestigationOver(Change):
    """Barnevern has finished its undersøkelse, and goes on with measures (S115, S116)."""

    EFFORT = 8
    case: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        case = request.roster.case_by_id[self.case]
        active = running(case, request.roster.on)
        services = tuple(_after_it(s) if s in active else s for s in case.services)
        return with_case(request, self.case, services=services)

    @override
    def says(self, before: RoundRequest) -> str:
        return f"barnevernet er ferdig med undersøkelsen i {self.case} og går over til tiltak"


@dataclass(frozen=True)
class ThereAtStart(Change):
    """The coordinator is employed and present over the start (S031)."""

    EFFORT = 9
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return with_coordinator(
            request, self.coordinator, employed_from=None, employed_to=None, absences=()
        )

    @override
    def says(self, before: RoundRequest) -> str:
        who = called(self.coordinator, before)
        return f"{who} er ansatt og til stede ved oppstarten, og i tiden etter"


def _after_it(service: ServiceInCase) -> ServiceInCase:
    is_it = service.service is Service.BARNEVERN
    if not is_it or service.phase is not BarnevernPhase.UNDERSOKELSE:
        return service
    return service.model_copy(update={"phase": BarnevernPhase.MEASURES, "phase_since": None})
