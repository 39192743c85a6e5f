"""A round of one case and a few employees, made by hand, for letters whose words we know."""

from __future__ import annotations

from datetime import date

from matcher.domain.case import Case, Wish
from matcher.domain.coordinator import Absence, Coordinator, Unit
from matcher.domain.plan import CasePlan, Entitlement, Plan, RoundFacts, Status
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Consent, Employer, Role, Service, Subject, WishAbout
from matcher.profiles.load import load, sha256
from matcher.profiles.profile import Profile

ON = date(2026, 11, 23)
PROFILE = load("farsund")
SUGGESTED = Coordinator(
    id="K-71",
    name="Nina Nilsen",
    service=Service.HEALTH_STATION,
    unit="Helsestasjonen på Torget",
    employer=Employer.MUNICIPALITY,
    area="Torget",
)
WISHED = Coordinator(
    id="K-72",
    name="Lars Lund",
    service=Service.SCHOOL,
    unit="Skolen i Vika",
    employer=Employer.MUNICIPALITY,
    employed_to=date(2026, 12, 1),
    absences=(Absence(first_day=date(2026, 11, 1)),),
    agreed_hours_per_month=0.0,
)
LEADER = Coordinator(id="K-73", name="Liv Leder", service=Service.HEALTH_STATION)
CASE = Case(
    id="S-501",
    subject=Subject.CHILD,
    area="Torget",
    arenas=("hjem", "barnehage"),
    consent=Consent.PARTIAL,
    consent_scope=(Service.PPT, Service.KINDERGARTEN),
    wishes=(Wish(wanted=True, about=WishAbout.COORDINATOR, value="K-72"),),
)


def made(
    case: Case = CASE,
    suggested: Coordinator = SUGGESTED,
    profile: Profile = PROFILE,
    role: Role = Role.BARNEKOORDINATOR,
    leader_id: str = "K-73",
    **told: object,
) -> tuple[Plan, Roster, Profile, str]:
    """What a letter is written from: plan, roster, profile and case."""
    roster = Roster.of(
        ON,
        [case, Case(id="S-502", area="Vika", what_matters="noe helt annet")],
        [suggested, WISHED, LEADER],
        [Unit(name="Helsestasjonen på Torget", leader_name="Liv Leder", leader_id=leader_id)],
    )
    row = CasePlan(
        case=case.id,
        entitlement=Entitlement(role=role, because=()),
        coordinator=suggested.id,
        kept=False,
        stand_in="K-73",
        workload_hours_per_month=6.5,
        workload_is_estimate=True,
        suggestions=(),
        refused=(),
        unplaced_because=(),
    )
    facts = RoundFacts(
        municipality=profile.words.municipality,
        profile=profile.id,
        date=ON,
        status=Status.OPTIMAL,
        seed=0,
        input_sha256=roster.sha256,
        profile_sha256=sha256(profile),
        versions={},
        goals=(),
    )
    plan = Plan(round=facts, cases=(row.model_copy(update=told),), findings=())
    return plan, roster, profile, case.id
