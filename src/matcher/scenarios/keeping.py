"""The rest of a plan when most of it stands: only those without a coordinator are placed anew.

What stands is folded away: one row for each coordinator's standing load, and none for its cases.
So the problem that is solved is as small as what is open, and its tiers are the whole round's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from typing_extensions import override

from matcher.domain.plan import GoalResult
from matcher.domain.vocabulary import Role
from matcher.optimizer.check import breaches
from matcher.optimizer.climbing import ModelDisagrees, Tier
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.goals.total_fit import FULL_FIT
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Limits
from matcher.optimizer.solve import solve_round


@dataclass(frozen=True)
class Rest(Problem):
    """A part of a round whose even share is the whole round's."""

    share_of_whole: IntArray = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    @override
    def even_share(self) -> IntArray:
        return self.share_of_whole


@dataclass(frozen=True)
class Placed:
    """A plan (n), and what it reaches of each goal among the plans that leave the rest alone."""

    plan: IntArray
    goals: tuple[GoalResult, ...]


def standing(problem: Problem, plan: IntArray) -> IntArray:
    """The plan without the choices that can't be kept: refused pairs, and hours that are gone.

    Of those who no longer fit beside each other, the heaviest stand; then by order of id.
    """
    kept = np.full(problem.shape[0], UNPLACED, np.int64)
    left = problem.capacity.copy()
    chosen = np.flatnonzero(plan != UNPLACED)
    for i, j in problem.locks:
        kept[i] = j
        left[j] -= problem.workload[i, j]
    hours = problem.workload[chosen, plan[chosen]]
    for i in chosen[np.argsort(-hours, kind="stable")].tolist():
        j = int(plan[i])
        if kept[i] == UNPLACED and problem.allowed[i, j] and problem.workload[i, j] <= left[j]:
            kept[i] = j
            left[j] -= problem.workload[i, j]
    for family in problem.families if problem.siblings_must_share else ():
        members = list(family)
        if len(set(kept[members].tolist()) - {UNPLACED}) > 1:
            free = [i for i in members if i not in dict(problem.locks)]
            kept[free] = UNPLACED
    return kept


def place_the_rest(problem: Problem, kept: IntArray, limits: Limits) -> Placed:
    """Place those who have nobody in ``kept`` (n), and leave all others where they are.

    Each goal is proven as far as the limits allow. Raises ``ModelDisagrees``.
    """
    rest, rows = _rest(problem, kept)
    solved = solve_round(rest, limits)
    plan = kept.copy()
    plan[rows] = solved.plan[: len(rows)]
    if wrong := breaches(problem, plan):
        raise ModelDisagrees("; ".join(wrong))
    return Placed(plan, tuple(goal_results(problem, plan, solved.tiers)))


def goal_results(
    problem: Problem, plan: IntArray, tiers: tuple[Tier, ...]
) -> tuple[GoalResult, ...]:
    """What a plan reaches of each goal; as far from its bound as the tiers say of their part.

    A goal that isn't asked of the part, such as siblings where none of them is open, is settled.
    """
    gap_of = {tier.goal.id: tier.value - tier.bound for tier in tiers}
    told = []
    for goal in (*placing(problem), *choosing(problem)):
        value, gap = goal.measure(problem, plan), gap_of.get(goal.id, 0)
        told.append(
            GoalResult(
                id=goal.id,
                title=goal.title,
                unit=goal.unit,
                value=value / goal.scale,
                bound=(value - gap) / goal.scale,
                optimal=gap <= 0,
            )
        )
    return tuple(told)


def _rest(problem: Problem, kept: IntArray) -> tuple[Rest, IntArray]:
    """The problem of the open rows (first, in order) and of what each coordinator carries."""
    rows = _open_rows(problem, kept)
    stands = np.setdiff1d(np.flatnonzero(kept != UNPLACED), rows)
    carried = np.zeros(problem.shape[1], np.int64)
    np.add.at(carried, kept[stands], problem.workload[stands, kept[stands]])
    loaded = np.flatnonzero(carried)
    place = {i: at for at, i in enumerate(rows.tolist())}
    fields = {name: getattr(problem, name) for name in Problem.__dataclass_fields__}
    part = Rest(**fields, share_of_whole=problem.even_share)
    nobody, m = np.full(len(loaded), UNPLACED, np.int64), problem.shape[1]
    return replace(
        part,
        case_ids=(
            *(problem.case_ids[i] for i in rows),
            *(f"carried:{problem.coordinator_ids[j]}" for j in loaded),
        ),
        roles=(*(problem.roles[i] for i in rows), *(Role.NONE for _ in loaded)),
        allowed=np.vstack([_may(problem, kept, rows, carried), loaded[:, None] == np.arange(m)]),
        fit=np.vstack([problem.fit[rows], np.full((len(loaded), m), FULL_FIT, np.int64)]),
        workload=np.vstack([problem.workload[rows], np.repeat(carried[loaded, None], m, axis=1)]),
        current=np.concatenate([problem.current[rows], nobody]),
        settled=np.concatenate([problem.settled[rows], np.zeros(len(loaded), np.bool_)]),
        waiting_months=np.concatenate([problem.waiting_months[rows], 0 * nobody]),
        families=tuple(
            tuple(place[i] for i in family) for family in problem.families if family[0] in place
        ),
        locks=(
            *((place[i], j) for i, j in problem.locks if i in place),
            *((len(rows) + at, j) for at, j in enumerate(loaded.tolist())),
        ),
    ), rows


def _open_rows(problem: Problem, kept: IntArray) -> IntArray:
    """Those without a coordinator, and their siblings, whose coordinators count too."""
    left = problem.capacity.copy()
    has_one = np.flatnonzero(kept != UNPLACED)
    np.subtract.at(left, kept[has_one], problem.workload[has_one, kept[has_one]])
    alone = set(np.flatnonzero(kept == UNPLACED).tolist())
    siblings = (family for family in problem.families if alone & set(family))
    return np.array(sorted(alone.union(*siblings)), np.int64)


def _may(problem: Problem, kept: IntArray, rows: IntArray, carried: IntArray) -> BoolArray:
    """Whom each open row may have; a sibling who has a coordinator keeps that one.

    The one they have already stays in sight even without room, for *who loses theirs* counts it.
    """
    everyone = np.arange(problem.shape[1])
    room = problem.workload[rows] <= problem.capacity - carried
    may = problem.allowed[rows] & (room | (problem.current[rows, None] == everyone))
    keeps: BoolArray = kept[rows, None] == everyone
    return np.where(kept[rows, None] == UNPLACED, may, keeps)
