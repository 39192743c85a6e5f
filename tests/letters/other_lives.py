"""A roster in which everything has changed but one family's own rows and what is public.

Every coordinator gets other hours, absences, employment, training and competence, and every
other case other services, wishes, hours and names. The plan says something else of everybody,
and of this case too, but for its role and its coordinator.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from matcher.domain.case import Case, ServiceInCase, Wish
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.focus import FocusLevels
from matcher.domain.plan import BrokenRule, CasePlan, Plan, Refusal
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock, Consent, Service, Subject, WishAbout


def other_roster(roster: Roster, case: str, seed: int) -> Roster:
    draw = Random(seed)
    ids = [coordinator.id for coordinator in roster.coordinators]
    return Roster.of(
        roster.on,
        [row if row.id == case else _other_case(row, ids, draw) for row in roster.cases],
        [_other_coordinator(row, roster.on, draw) for row in roster.coordinators],
        roster.units,
    )


def other_plan(plan: Plan, roster: Roster, case: str, seed: int) -> Plan:
    draw = Random(seed + 1)
    ids = [coordinator.id for coordinator in roster.coordinators]
    return plan.model_copy(
        update={
            "round": plan.round.model_copy(update={"input_sha256": roster.sha256}),
            "cases": tuple(_other_told(row, row.case == case, ids, draw) for row in plan.cases),
        }
    )


def _other_coordinator(row: Coordinator, on: date, draw: Random) -> Coordinator:
    first = on + timedelta(days=draw.randint(-100, 100))
    absences = [Absence(first_day=first, last_day=first + timedelta(days=draw.randint(0, 300)))]
    return row.model_copy(
        update={
            "position_percent": draw.choice([None, 20.0, 50.0, 100.0]),
            "agreed_hours_per_month": draw.choice([None, 0.0, 5.0, 80.0]),
            "agreed_date": draw.choice([None, on]),
            "bound_hours_per_month": draw.choice([None, 0.0, 30.0]),
            "employed_from": draw.choice([None, on + timedelta(days=40)]),
            "employed_to": draw.choice([None, on - timedelta(days=3), on + timedelta(days=9)]),
            "training_date": draw.choice([None, on, on + timedelta(days=90)]),
            "bti_competence": draw.choice([None, 0, 3]),
            "meeting_skill": draw.choice([None, 0, 3]),
            "competence": FocusLevels(somatic=draw.randint(0, 3), social=draw.randint(0, 3)),
            "area": draw.choice([None, "Et helt annet sted"]),
            "journal_access": draw.choice([None, True, False]),
            "superuser": draw.choice([None, True, False]),
            "absences": tuple(draw.sample(absences, draw.randint(0, 1))),
        }
    )


def _other_case(row: Case, ids: list[str], draw: Random) -> Case:
    return Case(
        id=row.id,
        subject=draw.choice(list(Subject)),
        long_term_need=draw.choice([True, False, None]),
        consent=draw.choice(list(Consent)),
        family=draw.choice([None, "en annen familie"]),
        area="Nabobygda",
        address_block=draw.choice(list(AddressBlock)),
        current_coordinator=draw.choice([None, *ids]),
        workload_hours_per_month=draw.choice([None, 1.0, 40.0]),
        what_matters="noe helt eget",
        services=tuple(
            ServiceInCase(service=service, contact=draw.choice([None, *ids]))
            for service in draw.sample(list(Service), 3)
        ),
        wishes=(Wish(wanted=True, about=WishAbout.COORDINATOR, value=draw.choice(ids)),),
    )


def _other_told(row: CasePlan, is_own: bool, ids: list[str], draw: Random) -> CasePlan:
    because = "K-99 er syk, og S-777 går foran."
    update: dict[str, object] = {
        "stand_in": draw.choice([None, "Vilde Vikar", *ids]),
        "workload_hours_per_month": float(draw.randint(1, 60)),
        "workload_is_estimate": draw.choice([True, False]),
        "suggestions": row.suggestions[draw.randint(0, 2) :],
        "refused": tuple(
            Refusal(
                coordinator=id_,
                rules=(BrokenRule(id="avtalte_timer", title="-", source="-", because=because),),
            )
            for id_ in draw.sample(ids, draw.randint(0, 3))
        ),
        "unplaced_because": (),
    }
    if not is_own:
        update["coordinator"] = draw.choice([None, *ids])
    return row.model_copy(update=update)
