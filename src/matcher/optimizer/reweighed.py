"""The best choice of coordinators if the fits were others, who is placed held as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.check import breaches
from matcher.optimizer.climbing import Solved, Tier
from matcher.optimizer.core import solve as solve_program
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Limits

Nodes = dict[int, int]


@dataclass(frozen=True)
class Reweighed:
    """What keeping each of a plan's choices would cost, in whole points of the other fits."""

    keeping_costs: IntArray
    """n: at most so many points, 0 being exact; an estimate where the best plan isn't proven."""
    is_optimal: bool


def reweighed(problem: Problem, solved: Solved, fit: IntArray, limits: Limits) -> Reweighed:
    """Solve the tier of total fit again for another ``fit`` (n × m), every tier above held.

    Keeping one choice costs at most what is gained by the part of the new plan that hangs
    together with it: undo that part, and the choice stands, nobody's hours are broken, and all
    the rest is as good as it can be.
    """
    tier = next(tier for tier in solved.tiers if tier.goal.id == "total_fit")
    model = tier.before.copy()
    model.problem = other = replace(problem, fit=fit)
    program = model.program(tier.goal.post(model))
    solution = solve_program(program, model.start_of(solved.plan), limits)
    best = solved.plan
    if solution.coordinator_of is not None:
        best = model.plan_of(solution.coordinator_of)
    if tier.goal.measure(other, best) > tier.goal.measure(other, solved.plan):
        best = solved.plan
    costs = _keeping_costs(problem, other, solved, tier, best)
    return Reweighed(costs, solution.is_optimal)


def _keeping_costs(
    problem: Problem, other: Problem, solved: Solved, tier: Tier, best: IntArray
) -> IntArray:
    costs = np.zeros(problem.shape[0], np.int64)
    least = tier.goal.measure(other, best)
    for part in _parts(problem, solved.plan, best):
        undone = best.copy()
        undone[part] = solved.plan[part]
        if not _holds(problem, solved, tier, undone):
            undone = solved.plan
        costs[part] = tier.goal.measure(other, undone) - least
    return costs


def _parts(problem: Problem, before: IntArray, after: IntArray) -> list[list[int]]:
    """The cases that change, in parts that share no coordinator and no family."""
    changed = np.flatnonzero(before != after).tolist()
    parts: list[tuple[set[tuple[str, int]], list[int]]] = []
    family_of = {i: f for f, family in enumerate(problem.families) for i in family}
    for i in changed:
        touches = {("coordinator", int(j)) for j in (before[i], after[i]) if j != UNPLACED}
        touches |= {("family", family_of[i])} if i in family_of else set()
        members = [i]
        apart = []
        for others, cases in parts:
            if others & touches:
                touches |= others
                members = [*cases, *members]
            else:
                apart.append((others, cases))
        parts = [*apart, (touches, members)]
    return [members for _, members in parts]


def _holds(problem: Problem, solved: Solved, tier: Tier, plan: IntArray) -> bool:
    """Whether the plan can be, and is as good in every tier above."""
    above = solved.tiers[: solved.tiers.index(tier)]
    return not breaches(problem, plan) and all(
        each.goal.measure(problem, plan) <= each.value for each in above
    )
