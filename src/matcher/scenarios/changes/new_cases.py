"""New cases come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field
from typing_extensions import override

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import Consent, Service, Subject, WishAbout
from matcher.domain.wording import listed
from matcher.entitlement import entitle, placed_in_round
from matcher.explain.solved_round import RoundRequest
from matcher.sample.chance import Chance
from matcher.scenarios.changes.change import ScenarioChange
from matcher.scenarios.changes.rosters import free_id, with_cases


class NewCases(ScenarioChange):
    """So many more cases, drawn by the mix of those that KE has, or given by their services."""

    KIND: ClassVar[str] = "new_cases"
    TITLE: ClassVar[str] = "Nye saker"

    count: int = Field(ge=1, le=2000)
    seed: int = Field(default=0, ge=0)
    service: Service | None = None
    """Draw among the cases with this service; ``None`` among all."""
    subject: Subject | None = None
    """Draw among the cases about these; ``None`` among all."""
    services: tuple[Service, ...] = ()
    """Given rather than drawn: serious and long-term needs, with just these services."""
    hours_per_month: float | None = Field(default=None, ge=0, le=100)
    """Work a month in each; ``None`` is as in the drawn case, or estimated by the profile."""

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.services:
            if self.service is not None:
                yield "Nye saker er enten trukket (service) eller oppgitt (services), ikke begge."
        elif not self._like(request):
            of = f" i {self.service}" if self.service else ""
            about = f" som gjelder {self.subject}" if self.subject else ""
            yield (
                f"Det er ingen saker{of}{about} i datagrunnlaget å trekke etter. Kanskje kan du "
                "oppgi tjenestene i sakene (services)?"
            )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        chance = Chance(self.seed, f"new cases {len(request.roster.cases)}")
        like = self._like(request)
        cases = {case.id: case for case in request.roster.cases}
        digits = max(3, len(str(self.count)))
        for _ in range(self.count):
            id_ = free_id(f"NY-{{:0{digits}d}}", cases)
            cases[id_] = self._given(request, id_) if self.services else self._drawn(
                request, id_, chance.one(like)
            )  # fmt: skip
        return with_cases(request, cases.values())

    @override
    def says(self, before: RoundRequest) -> str:
        word = "ny sak" if self.count == 1 else "nye saker"
        if self.services:
            return f"{self.count} {word} med {listed(self.services)}"
        of = f" i {self.service}" if self.service else ""
        about = f" som gjelder {self.subject}" if self.subject else ""
        return f"{self.count} {word}{of}{about}, trukket etter dagens saker (frø {self.seed})"

    def _like(self, request: RoundRequest) -> list[Case]:
        """The cases to draw among: owed a coordinator, and without a blocked address."""
        roster, profile = request.roster, request.profile
        return [
            case
            for case in roster.cases
            if not case.has_blocked_address
            and (self.service is None or self.service in {row.service for row in case.services})
            and (self.subject is None or case.subject is self.subject)
            and placed_in_round(entitle(case, profile, roster.on).role, profile)
        ]

    def _given(self, request: RoundRequest, id_: str) -> Case:
        on = request.roster.on
        return Case(
            id=id_,
            received=on,
            subject=self.subject or Subject.CHILD,
            serious_condition=True,
            long_term_need=True,
            consent=Consent.GIVEN,
            consent_date=on,
            consent_scope=self.services,
            workload_hours_per_month=self.hours_per_month,
            services=tuple(
                ServiceInCase(service=service, since=on, beyond_ordinary=True)
                for service in self.services
            ),
        )

    def _drawn(self, request: RoundRequest, id_: str, like: Case) -> Case:
        """A case with the needs of another, and nobody that the other knows."""
        hours = self.hours_per_month
        return Case.model_validate(
            {
                **dict(like),
                "id": id_,
                "received": request.roster.on,
                "current_coordinator": None,
                "coordinator_since": None,
                "earlier_changes": 0,
                "reconsider": None,
                "family": None,
                "user_heard": None,
                "child_heard": None,
                "what_matters": None,
                "relations": (),
                "services": tuple(
                    row.model_copy(update={"contact": None}) for row in like.services
                ),
                "wishes": tuple(w for w in like.wishes if w.about is not WishAbout.COORDINATOR),
                "workload_hours_per_month": like.workload_hours_per_month
                if hours is None
                else hours,
            }
        )
