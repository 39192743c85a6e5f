"""A small round to decide in: two families, three coordinators of two units."""

from __future__ import annotations

from datetime import date

from matcher.domain.case import Case, Relation, ServiceInCase
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import (
    Consent,
    Employer,
    IndividualPlan,
    RelationKind,
    Service,
    Subject,
    Transition,
)
from matcher.exchange.round_folder import OpenedRound
from matcher.profiles.load import text_of
from matcher.services import RoundRequest, Services

ON = date(2026, 11, 23)
BEFORE = date(2026, 11, 16)


def coordinator(id_: str, name: str, unit: str, service: Service, **facts: object) -> Coordinator:
    given = {
        "employer": Employer.MUNICIPALITY,
        "position_percent": 100,
        "agreed_hours_per_month": 20,
        "agreed_date": BEFORE,
        "employed_from": date(2020, 1, 1),
        "training_date": date(2025, 1, 15),
    }
    return Coordinator.model_validate(
        {"id": id_, "name": name, "unit": unit, "service": service} | given | facts
    )


KARI = coordinator("K-1", "Kari Nes", "Helsestasjonen", Service.HEALTH_STATION)
OLA = coordinator("K-2", "Ola Vik", "Psykisk helse", Service.MENTAL_HEALTH)
SIV = coordinator("K-3", "Siv Moen", "Helsestasjonen", Service.HEALTH_STATION)
UNITS = (
    Unit(name="Helsestasjonen", service=Service.HEALTH_STATION, leader_name="Siv", leader_id="K-3"),
    Unit(name="Psykisk helse", service=Service.MENTAL_HEALTH, leader_name="Per Lund"),
)


def case(id_: str, **facts: object) -> Case:
    """A child of ten with two health services, for long, and a move to lower secondary ahead."""
    given = {
        "received": date(2026, 9, 1),
        "subject": Subject.CHILD,
        "birth_month": date(2016, 5, 1),
        "bti_level": 3,
        "serious_condition": True,
        "long_term_need": True,
        "individual_plan": IndividualPlan.GRANTED,
        "consent": Consent.GIVEN,
        "consent_date": BEFORE,
        "consent_scope": (Service.SCHOOL,),
        "next_transition": Transition.PRIMARY_TO_LOWER_SECONDARY,
        "transition_date": date(2027, 8, 16),
        "user_heard": BEFORE,
        "child_heard": BEFORE,
        "workload_hours_per_month": 4,
        "services": (
            ServiceInCase(service=Service.HEALTH_STATION, contact="K-1"),
            ServiceInCase(service=Service.MENTAL_HEALTH, contact="K-2"),
            ServiceInCase(service=Service.SCHOOL),
        ),
        "relations": (Relation(coordinator="K-1", kind=RelationKind.KNOWS_FAMILY),),
    }
    return Case.model_validate({"id": id_} | given | facts)


ROSTER = Roster.of(
    ON, [case("S-1"), case("S-2", current_coordinator="K-2")], [KARI, OLA, SIV], UNITS
)


def kept_round(
    services: Services, profile: str = "farsund", roster: Roster = ROSTER, who: str = "anne"
) -> OpenedRound:
    """A round that was run, kept, and opened again."""
    request = RoundRequest(roster, services.profile(profile), seed=7)
    plan = services.run_round(services.with_choices(request, who=who))
    id_ = services.keep_round(plan, roster, text_of(profile), who=who)
    return services.open_kept_round(id_, who=who)


DONE = Groundwork(
    user_heard_on=BEFORE,
    child_heard_on=BEFORE,
    candidate_asked_on=BEFORE,
    candidate_accepts=True,
    hours_confirmed_on=BEFORE,
    assessment="Kari kjenner hjelpeapparatet rundt barnet.",
    approvals=(Approval(by="ansvarsgruppa", person="anne", on=BEFORE),),
)


def final(case_id: str = "S-1", who: str = "K-1", **facts: object) -> Decision:
    """A final decision with all its groundwork done."""
    given: dict[str, object] = {
        "outcome": Outcome.ANOTHER,
        "coordinator": who,
        "stand_in": "K-3",
        "reason": "Familien kjenner henne.",
        "groundwork": DONE,
        "is_final": True,
    }
    return Decision.model_validate({"case": case_id} | given | facts)
