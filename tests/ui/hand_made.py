"""A small round made by hand, with every state a page must be able to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher.domain.case import Case, ServiceInCase, Wish
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.finding import Finding, Severity
from matcher.domain.focus import FocusLevels
from matcher.domain.plan import (
    BrokenRule,
    CasePlan,
    Consequence,
    CriterionScore,
    Entitlement,
    GoalResult,
    Move,
    Plan,
    Refusal,
    RoundFacts,
    Says,
    Status,
    Suggestion,
)
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock, Role, Service, WishAbout
from matcher.exchange.imported import Imported
from matcher.profiles.load import builtin, load, sha256
from matcher.profiles.profile import Profile
from matcher.services import Progress, RoundRequest, Services

ON = date(2026, 11, 2)
HIDDEN_AREA = "Hemmelig vik"

GOALS = (
    GoalResult(
        id="place_koordinator",
        title="Uten koordinator de har rett til",
        unit="saker",
        value=1,
        bound=1,
        optimal=True,
    ),
    GoalResult(
        id="total_fit",
        title="Poeng som mangler til full egnethet",
        unit="poeng",
        value=96,
        bound=91.5,
        optimal=False,
    ),
    GoalResult(id="draw", title="Lodd", unit="lodd", value=4711, bound=4711, optimal=True),
)


def roster(on: date = ON) -> Roster:
    """Four cases and three coordinators; one case and one coordinator have a blocked address."""
    return Roster.of(
        on,
        cases=[
            Case(
                id="S-001",
                received=date(2026, 3, 1),
                focus=FocusLevels(mental_health=3, social=1),
                area="Vanse",
                what_matters="At noen svarer på telefonen",
                current_coordinator="K-01",
                services=(
                    ServiceInCase(service=Service.HEALTH_STATION),
                    ServiceInCase(service=Service.PPT),
                ),
                wishes=(Wish(wanted=True, about=WishAbout.COORDINATOR, value="K-01", order=1),),
            ),
            Case(
                id="S-002",
                area=HIDDEN_AREA,
                what_matters=f"At ingen får vite om {HIDDEN_AREA}",
                address_block=AddressBlock.STRICTLY_CONFIDENTIAL,
            ),
            Case(id="S-003", workload_hours_per_month=12),
            Case(id="S-004"),
        ],
        coordinators=[
            Coordinator(
                id="K-01",
                name="Kari Nes",
                service=Service.HEALTH_STATION,
                unit="Helsestasjonen",
                agreed_hours_per_month=10,
                bound_hours_per_month=2.5,
            ),
            Coordinator(
                id="K-02",
                name="Per *Li*",
                service=Service.BARNEVERN,
                unit="Barnevernet",
                agreed_hours_per_month=6,
            ),
            Coordinator(
                id="K-03",
                name="Eva Strand",
                service=Service.PPT,
                unit=HIDDEN_AREA,
                address_block=AddressBlock.CONFIDENTIAL,
            ),
        ],
        units=[Unit(name="Helsestasjonen"), Unit(name="Barnevernet"), Unit(name=HIDDEN_AREA)],
    )


def plan(on: date = ON, profile: str = "farsund") -> Plan:
    """S-001 keeps K-01, S-002 gets K-02, S-003 stays unplaced, S-004 is owed nobody."""
    facts = RoundFacts(
        municipality="Farsund",
        profile=profile,
        date=on,
        status=Status.FEASIBLE,
        seed=7,
        input_sha256=roster(on).sha256,
        profile_sha256=sha256(load(profile)),
        versions={},
        goals=GOALS,
    )
    return Plan(round=facts, cases=(_kept(), _new(), _unplaced(), _owed_nobody()), findings=())


def _kept() -> CasePlan:
    moved = (Move(case="S-002", from_="K-02", to="K-01"), Move(case="S-003", from_=None, to="K-01"))
    return _case(
        "S-001",
        "K-01",
        kept=True,
        suggestions=(
            _suggestion("K-01", 1, 84, (0, 0, 0), Says.EXACT),
            _suggestion("K-02", 2, 61, (0, 7, -3), Says.AT_MOST, moved=moved),
        ),
        refused=(
            Refusal(
                coordinator="K-03",
                rules=(
                    BrokenRule(
                        id="opplaering",
                        title="Opplæring gjennomført",
                        source="S127",
                        because="Opplæringen er ikke gjennomført.",
                    ),
                ),
            ),
        ),
    )


def _new() -> CasePlan:
    return _case(
        "S-002",
        "K-02",
        suggestions=(
            _suggestion("K-02", 1, 70, (0, 0, 0), Says.EXACT, warnings=(_warning(),)),
            _suggestion("K-01", 2, 70, (0, 0, 12), Says.ESTIMATE),
        ),
    )


def _unplaced() -> CasePlan:
    why = Finding(
        code="no_hours",
        severity=Severity.WARNING,
        subject="S-003",
        message="Ingen har 12 ledige timer. Kanskje én kan få avtalt flere.",
        source="S074",
    )
    suggestion = _suggestion("K-01", 1, 55, (-1, 4, 0), Says.EXACT)
    return _case("S-003", None, suggestions=(suggestion,), unplaced_because=(why,), hours=12)


def _owed_nobody() -> CasePlan:
    return _case("S-004", None, role=Role.NONE)


def _case(
    case_id: str,
    coordinator: str | None,
    *,
    role: Role = Role.KOORDINATOR,
    kept: bool = False,
    suggestions: tuple[Suggestion, ...] = (),
    refused: tuple[Refusal, ...] = (),
    unplaced_because: tuple[Finding, ...] = (),
    hours: float = 4.5,
) -> CasePlan:
    because = Finding(
        code="two_services",
        severity=Severity.INFO,
        subject=case_id,
        message="To tjenester er inne i saken.",
        source="S044",
    )
    return CasePlan(
        case=case_id,
        entitlement=Entitlement(role=role, because=(because,)),
        coordinator=coordinator,
        kept=kept,
        stand_in=None,
        workload_hours_per_month=hours,
        workload_is_estimate=hours != 12,
        suggestions=suggestions,
        refused=refused,
        unplaced_because=unplaced_because,
    )


def _suggestion(
    coordinator: str,
    rank: int,
    fit: int,
    loss: tuple[float, ...],
    says: Says,
    *,
    moved: tuple[Move, ...] = (),
    warnings: tuple[Finding, ...] = (),
) -> Suggestion:
    criteria = (
        CriterionScore(id="onske", title="Ønske", score=90, weight=30, because="Er ønsket."),
        CriterionScore(id="sprak", title="Språk", score=None, weight=5, because="Ikke kjent."),
    )
    return Suggestion(
        coordinator=coordinator,
        rank=rank,
        fit=fit,
        criteria=criteria,
        warnings=warnings,
        consequence=Consequence(loss=loss, moved=moved, exact=says is Says.EXACT, says=says),
    )


def _warning() -> Finding:
    return Finding(
        code="opplaering",
        severity=Severity.WARNING,
        subject="K-02",
        message="Må ta opplæringen før start.",
        source="S127",
    )


@dataclass(frozen=True)
class HandMade(Services):
    """The services with answers made by hand, so that every state can be asked for."""

    def profiles(self) -> tuple[Profile, ...]:
        return tuple(load(name) for name in builtin())

    def import_file(self, name: str, content: bytes, on: date) -> Imported:
        if content == b"empty":
            return Imported(Roster(on=on), (_fault(),), 1, b"avvist")
        if content == b"clean":
            return Imported(roster(on), (), 0, None)
        return Imported(roster(on), (_fault(),), 1, b"avvist")

    def samples(self) -> tuple[Path, ...]:
        return tuple(sorted(self.sample_folder.glob("*.xlsx")))

    def template(self) -> bytes:
        return b"mal"

    def plan_workbook(self, plan: Plan, roster: Roster) -> bytes:
        return b"plan"

    def run_round(
        self, request: RoundRequest, progress: Progress | None = None, *, patient: bool = False
    ) -> Plan:
        if progress is not None:
            progress("Regner ut", 0.5)
        return plan(request.roster.on, request.profile.id)


def _fault() -> Finding:
    return Finding(
        code="not_a_date",
        severity=Severity.ERROR,
        subject="S-009",
        message="«i fjor» er ikke en dato. Kanskje skriv den som 02.11.2026.",
        source="Saker, rad 9, kolonne Mottatt",
    )
