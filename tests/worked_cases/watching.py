"""What the program warns of ahead in the situation of a worked case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time

from matcher.alerts.alert_kind import View
from matcher.alerts.raised import raised
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.domain.wording import written
from matcher.entitlement.stand_in import stand_in
from matcher.profiles.profile import Profile
from tests.worked_cases.worked_case import WorkedCase, is_cited


def alert_faults(case: WorkedCase, plan: Plan, roster: Roster, profile: Profile) -> Iterator[str]:
    """Every alert that is expected and not raised, or raised and not expected."""
    if not case.alerts:
        return
    people = roster.coordinator_by_id
    view = View(
        roster=roster,
        profile=profile,
        on=case.on,
        decided=tuple(_decided(row, case) for row in case.decided),
        tasks=tuple(_meeting(row["Sak"], row["Frist"]) for row in case.meetings),
        hours_per_month={row.case: row.workload_hours_per_month for row in plan.cases},
        stand_ins={
            one.id: stand_in(one, people[one.current_coordinator], roster, profile)
            for one in roster.cases
            if one.current_coordinator
        },
    )
    found = {
        (one.kind, one.case or one.coordinator or "", written(one.day) if one.day else ""): one
        for one in raised(view)
    }
    wanted = {
        (row["Varsel"].split(" (", maxsplit=1)[0], row["Gjelder"], row["Dag"]): row["Varsel"]
        for row in case.alerts
    }
    yield from (f"varsel ventet: {' '.join(key)}" for key in wanted.keys() - found.keys())
    yield from (f"varsel ikke ventet: {' '.join(key)}" for key in found.keys() - wanted.keys())
    for key in wanted.keys() & found.keys():
        if not is_cited(wanted[key], found[key].source):
            yield f"{wanted[key]} er ventet, ikke {found[key].source}"


def _decided(row: Mapping[str, str], case: WorkedCase) -> Decided:
    """A final decision that the list doesn't know of yet."""
    decision = Decision(
        case=row["Sak"],
        outcome=Outcome.ANOTHER,
        coordinator=row["Koordinator"],
        stand_in=row["Stedfortreder"],
        takes_over_from=row["Etter"],
        starts_on=_day(row["Fra"]),
        groundwork=Groundwork(candidate_accepts=True if row["Svar"] == "ja" else None),
        is_final=True,
    )
    return Decided(
        number=1, decision=decision, who="anne", at=datetime.combine(case.on, time(8), UTC)
    )


def _meeting(case: str, due: str) -> Task:
    return Task(
        case=case,
        kind="arsmote",
        title="Møte i ansvarsgruppa",
        owner=TaskOwner.COORDINATOR,
        due=_day(due),
    )


def _day(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()
