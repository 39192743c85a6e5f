"""Each absence: what happens if just this one person is away, and who nobody can replace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from matcher.domain.frozen import Frozen
from matcher.domain.plan import Move
from matcher.domain.vocabulary import Role
from matcher.domain.wording import number
from matcher.entitlement.stand_in import stand_in
from matcher.explain.solved_round import limits_for
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED
from matcher.optimizer.solve import solve_round
from matcher.scenarios.changes import Leaves
from matcher.scenarios.keeping import Placed, goal_results, place_the_rest, standing
from matcher.scenarios.nearest import nearest
from matcher.scenarios.outcome import Outcome, carried_over

OVERTIME_PERCENT = 10
"""So much over the agreed hours is told of beside none."""


class StandsIn(Frozen):
    """Who stands in for one case, by the profile."""

    case: str
    hours_per_month: float
    stand_in: str | None
    """A coordinator's id, or a leader's name where the leader has none; ``None``: nobody."""


class Elsewhere(Frozen):
    """Where the cases of the one who is away would be."""

    unplaced: tuple[str, ...]
    """Cases that had a coordinator and are owed one, and then have nobody."""
    moved: tuple[Move, ...]
    """The cases of the one who is away, and whom they then have."""
    others_moved: tuple[Move, ...]
    """Cases of others that then have somebody else."""
    is_proven: bool


class WithoutOne(Frozen):
    """A round without one coordinator."""

    coordinator: str
    name: str | None
    cases: tuple[str, ...]
    hours_per_month: float
    others_keep: Elsewhere
    may_shift: Elsewhere | None
    """Where the whole plan may shift; ``None`` where it wasn't asked."""
    stand_ins: tuple[StandsIn, ...]
    covered: float | None
    """Share (0–1) of the hours that the stand-ins have room for; ``None`` without cases."""
    covered_with_overtime: float | None
    says: str


def without_one(base: Outcome, coordinator: str, *, may_shift: bool = False) -> WithoutOne:
    """The round when one coordinator is away for good, begun from the base plan.

    Locks to that person fall away with them.
    """
    request = Leaves(coordinator=coordinator).made(base.request)
    locks = tuple(lock for lock in request.locks if lock.coordinator != coordinator)
    posed = replace(request, locks=locks).posed()
    problem = _nobody_with(posed.problem, posed.pairs.coordinator_index[coordinator])
    before = carried_over(base.chosen, problem)
    kept = standing(problem, before)
    limits = base.request.limits or limits_for(problem)
    rest = place_the_rest(problem, kept, limits)
    shifted = None
    if may_shift:
        solved = solve_round(problem, limits, start=rest.plan, last=nearest(before))
        goals = goal_results(problem, solved.plan, solved.tiers)
        shifted = _elsewhere(base, coordinator, problem, Placed(solved.plan, goals))
    cases = tuple(case for case, chosen in base.chosen.items() if chosen == coordinator)
    stand_ins = tuple(_stands_in(base, case, coordinator) for case in cases)
    elsewhere = _elsewhere(base, coordinator, problem, rest)
    covered = _covered(base, stand_ins, 0), _covered(base, stand_ins, OVERTIME_PERCENT)
    return WithoutOne(
        coordinator=coordinator,
        name=base.request.roster.coordinator_by_id[coordinator].name,
        cases=cases,
        hours_per_month=round(sum(row.hours_per_month for row in stand_ins), 2),
        others_keep=elsewhere,
        may_shift=shifted,
        stand_ins=stand_ins,
        covered=covered[0],
        covered_with_overtime=covered[1],
        says=_says(len(cases), len(elsewhere.unplaced), covered),
    )


def ranked(rows: Iterable[WithoutOne]) -> tuple[WithoutOne, ...]:
    """Those whom it is hardest to do without, first: cases left with nobody, then hours."""

    def order(row: WithoutOne) -> tuple[float, ...]:
        uncovered = row.hours_per_month * (1 - (row.covered or 0.0))
        return (-len(row.others_keep.unplaced), -uncovered, -row.hours_per_month)

    return tuple(sorted(rows, key=lambda row: (order(row), row.coordinator)))


def _nobody_with(problem: Problem, coordinator: int) -> Problem:
    """The problem where nobody can have the coordinator, whatever the profile's rules do."""
    allowed = problem.allowed.copy()
    allowed[:, coordinator] = False
    settled = problem.settled & (problem.current != coordinator)
    return replace(problem, allowed=allowed, settled=settled)


def _elsewhere(base: Outcome, coordinator: str, problem: Problem, placed: Placed) -> Elsewhere:
    ids = problem.coordinator_ids
    unplaced: list[str] = []
    moves: dict[bool, list[Move]] = {True: [], False: []}
    for case, role, j in zip(problem.case_ids, problem.roles, placed.plan.tolist(), strict=True):
        before, now = base.chosen[case], None if j == UNPLACED else ids[j]
        if before is not None and now is None:
            unplaced += [case] if role is not Role.NONE else []
        elif before != now:
            moves[before == coordinator].append(Move(case=case, from_=before, to=now))
    return Elsewhere(
        unplaced=tuple(unplaced),
        moved=tuple(moves[True]),
        others_moved=tuple(moves[False]),
        is_proven=all(goal.optimal for goal in placed.goals),
    )


def _stands_in(base: Outcome, case_id: str, coordinator: str) -> StandsIn:
    roster = base.request.roster
    case, person = roster.case_by_id[case_id], roster.coordinator_by_id[coordinator]
    return StandsIn(
        case=case_id,
        hours_per_month=base.posed.workloads[case_id].hours_per_month,
        stand_in=stand_in(case, person, roster, base.request.profile),
    )


def _covered(base: Outcome, rows: tuple[StandsIn, ...], overtime_percent: int) -> float | None:
    """The share of the hours, in whole cases, that the stand-ins have room for beside theirs."""
    of_person: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        of_person[row.stand_in or ""].append(round(row.hours_per_month * HUNDREDTHS))
    total = sum(map(sum, of_person.values()))
    if not total:
        return None
    room = _room(base, overtime_percent)
    covered = sum(_most_hours(hours, room.get(id_, 0)) for id_, hours in of_person.items())
    return covered / total


def _room(base: Outcome, overtime_percent: int) -> dict[str, int]:
    """Hundredths of an hour a month that each coordinator has left in the plan."""
    room = {}
    people = base.posed.pairs.coordinators
    for person, load in zip(people, base.load.tolist(), strict=True):
        agreed = (person.agreed_hours_per_month or 0.0) * (100 + overtime_percent) / 100
        free = agreed - (person.bound_hours_per_month or 0.0)
        room[person.id] = max(0, round(free * HUNDREDTHS) - load)
    return room


def _most_hours(cases: list[int], room: int) -> int:
    """The most hours of whole cases that there is room for."""
    sums = np.zeros(room + 1, np.bool_)
    sums[0] = True
    for hours in cases:
        if hours <= room:
            sums[hours:] |= sums[: room + 1 - hours].copy()
    return int(np.flatnonzero(sums)[-1])


def _says(cases: int, unplaced: int, covered: tuple[float | None, float | None]) -> str:
    if not cases:
        return "Har ingen saker i planen."
    if covered[0] is None or covered[1] is None:
        return f"{cases} saker uten timer."
    left = "alle får en annen" if not unplaced else f"{unplaced} av {cases} blir uten koordinator"
    told = f"{cases} {'sak' if cases == 1 else 'saker'}: {left}."
    if not covered[1]:
        return (
            f"{told} Stedfortrederne har ingen avtalte timer til sakene, heller ikke med "
            f"{OVERTIME_PERCENT} prosent overtid."
        )
    share, more = (f"{number(100 * part, 0)} prosent" for part in (covered[0], covered[1]))
    return (
        f"{told} Stedfortrederne har timer til {share} av arbeidet, og til {more} med "
        f"{OVERTIME_PERCENT} prosent overtid."
    )
