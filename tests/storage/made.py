"""Invented people, rosters, plans and decisions to keep."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.domain.case import Case
from matcher.domain.choice import Choice
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decision, Outcome
from matcher.domain.finding import Finding, Severity
from matcher.domain.person import Person
from matcher.domain.plan import (
    CasePlan,
    Consequence,
    Entitlement,
    Move,
    Plan,
    RoundFacts,
    Says,
    Status,
    Suggestion,
)
from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.domain.vocabulary import Role, Service
from matcher.profiles.load import parse, sha256, text_of

ON = date(2026, 11, 23)
ANNE = Person(id="anne", name="Anne Lie")
BJORN = Person(id="bjorn", name="Bjørn Dahl")
PROFILE_TEXT = text_of("farsund")


class Clock:
    """A clock that goes a minute on each time somebody looks at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def roster(*cases: str, matters: str | None = None) -> Roster:
    """Some cases, and two coordinators; the first has one of the cases now."""
    return Roster.of(
        ON,
        [Case(id=id_, what_matters=matters, current_coordinator="K-1") for id_ in cases],
        [Coordinator(id="K-1", name="Kari Nes"), Coordinator(id="K-2")],
    )


def plan(made_from: Roster) -> Plan:
    """Every case to the first coordinator; each choice would move the next case."""
    ids = [case.id for case in made_from.cases]
    return Plan(
        round=RoundFacts(
            municipality="Farsund",
            profile="farsund",
            date=made_from.on,
            status=Status.OPTIMAL,
            seed=3,
            input_sha256=made_from.sha256,
            profile_sha256=sha256(parse(PROFILE_TEXT, "farsund")),
            versions={"koordinatormatch": "0.1.0"},
            goals=(),
            locks=tuple(Choice(case=id_, coordinator="K-1", reason="kjent") for id_ in ids),
        ),
        cases=tuple(
            _case_plan(id_, neighbour)
            for id_, neighbour in zip(ids, [*ids[1:], *ids[:1]], strict=True)
        ),
        findings=(_finding("runden", f"Søsknene {' og '.join(ids)} kan ikke deles."),),
    )


def _case_plan(case: str, neighbour: str) -> CasePlan:
    consequence = Consequence(
        loss=(), moved=(Move(case=neighbour, from_="K-1", to="K-2"),), exact=True, says=Says.EXACT
    )
    return CasePlan(
        case=case,
        entitlement=Entitlement(role=Role.KOORDINATOR, because=(_finding(case, "To tjenester."),)),
        coordinator="K-1",
        kept=True,
        stand_in=None,
        workload_hours_per_month=4,
        workload_is_estimate=False,
        suggestions=(Suggestion(coordinator="K-1", rank=1, fit=80, consequence=consequence),),
        refused=(),
        unplaced_because=(_finding(case, f"Samme familie som {neighbour}."),),
    )


def _finding(subject: str, message: str) -> Finding:
    return Finding(code="made", severity=Severity.INFO, subject=subject, message=message)


def decision(case: str = "S-1", reason: str | None = "Familien ønsker det.") -> Decision:
    """A coordinator other than the suggested, for good."""
    return Decision(
        case=case, outcome=Outcome.ANOTHER, coordinator="K-2", reason=reason, is_final=True
    )


def group(case: str = "S-1") -> Ansvarsgruppe:
    """A group that meets, on a consent."""
    member = Member(name="Kari Nes", service=Service.HEALTH_STATION, coordinator="K-1")
    return Ansvarsgruppe(case=case, consent_on=ON, established_on=ON, members=(member,))


def task(case: str = "S-1", title: str = "Innhent samtykke") -> Task:
    """Something for KE to do."""
    return Task(case=case, kind="samtykke", title=title, owner=TaskOwner.KE, due=ON)
