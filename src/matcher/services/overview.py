"""The lines of KE's overview, read off a view of the day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from matcher.alerts.alert_kind import View
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.case import Case
from matcher.domain.overview import CaseLine, LoadLine
from matcher.domain.responsibility import changes, responsible_on
from matcher.domain.task import Task
from matcher.entitlement import entitle
from matcher.tasks.made import KIND_BY_ID


def case_lines(
    view: View, groups: Mapping[str, Ansvarsgruppe], drafts: Iterable[str]
) -> tuple[CaseLine, ...]:
    """A line for every case of the roster, by id."""
    by_case: dict[str, list[Task]] = {}
    for task in view.tasks:
        by_case.setdefault(task.case, []).append(task)
    decided = {one.decision.case for one in view.decided}
    begun = frozenset(drafts)
    return tuple(
        _case_line(
            view,
            case,
            by_case.get(case.id, []),
            group=groups.get(case.id),
            is_decided=case.id in decided,
            has_draft=case.id in begun,
        )
        for case in view.roster.cases
    )


def coordinator_lines(view: View) -> tuple[LoadLine, ...]:
    """What each coordinator of the roster carries today, by id."""
    held = Counter(time.coordinator for time in view.now.values())
    hours: dict[str, float] = defaultdict(float)
    for case, time in view.now.items():
        hours[time.coordinator] += view.hours_per_month.get(case, 0.0)
    return tuple(
        LoadLine(
            name=person.id,
            cases=held[person.id],
            hours=round(hours[person.id], 2),
            agreed_hours=person.agreed_hours_per_month,
            bound_hours=person.bound_hours_per_month or 0.0,
        )
        for person in view.roster.coordinators
    )


def unit_lines(view: View, people: Iterable[LoadLine]) -> tuple[LoadLine, ...]:
    """What each unit carries together, by name; agreed hours are those that are known.

    Whoever has a blocked address is told in no unit.
    """
    of_unit: dict[str, list[LoadLine]] = {}
    units = {person.id: person.told_unit for person in view.roster.coordinators}
    for line in people:
        if (unit := units[line.name]) is not None:
            of_unit.setdefault(unit, []).append(line)
    return tuple(_together(unit, lines) for unit, lines in sorted(of_unit.items()))


def _together(unit: str, lines: list[LoadLine]) -> LoadLine:
    agreed = [line.agreed_hours for line in lines if line.agreed_hours is not None]
    return LoadLine(
        name=unit,
        cases=sum(line.cases for line in lines),
        hours=round(sum(line.hours for line in lines), 2),
        agreed_hours=sum(agreed) if agreed else None,
        bound_hours=sum(line.bound_hours for line in lines),
    )


def _case_line(
    view: View,
    case: Case,
    tasks: list[Task],
    *,
    group: Ansvarsgruppe | None,
    is_decided: bool,
    has_draft: bool,
) -> CaseLine:
    time = view.now.get(case.id)
    waiting = [task for task in tasks if task.done_on is None]
    return CaseLine(
        case=case.id,
        role=entitle(case, view.profile, view.roster.on).role,
        received=case.received,
        coordinator=time.coordinator if time else None,
        since=time.first_day if time else None,
        first_had=_first_had(view, case),
        stand_in=time.stand_in if time else None,
        answers=responsible_on(view.stretches[case.id], view.on),
        individual_plan=case.individual_plan,
        group=group,
        last_meeting=_last(task.done_on for task in tasks if _is_meeting(task)),
        next_meeting=_first(task.due for task in waiting if _is_meeting(task)),
        changes=changes(view.times[case.id], view.on) + (case.earlier_changes or 0),
        is_decided=is_decided,
        has_draft=has_draft,
        open_tasks=len(waiting),
        overdue_tasks=sum(task.due is not None and task.due < view.on for task in waiting),
        is_blocked=case.has_blocked_address,
    )


def _first_had(view: View, case: Case) -> date | None:
    """The first day of the first time with the case, where a roster or a decision told that day."""
    times = view.times[case.id]
    told = [one for one in view.decided if one.decision.case == case.id]
    days = {case.coordinator_since, *(one.day for one in told)}
    days |= {one.decision.starts_on for one in told}
    return times[0].first_day if times and times[0].first_day in days else None


def _is_meeting(task: Task) -> bool:
    kind = KIND_BY_ID.get(task.kind)
    return kind is not None and kind.is_meeting


def _last(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)
