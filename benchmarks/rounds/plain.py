"""The round as most would write it at first: one dense CP-SAT model of the same instance.

A boolean a pair, exactly one choice a case, linear capacities, and one objective in which
placing outweighs fit. No tiers, no even load, no draw.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from matcher.optimizer.goals import place_others, place_with_claim, total_fit
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED


@dataclass(frozen=True)
class Plain:
    """What the dense model reached: who is left unplaced, the points missing, and the proof."""

    unplaced: int
    missing_points: int
    is_optimal: bool


def solve(problem: Problem, time_limit_s: float) -> Plain:
    """Solve the dense model on two workers."""
    n, m = problem.shape
    model = cp_model.CpModel()
    chosen = {(i, j): model.new_bool_var("") for i, j in np.argwhere(problem.allowed).tolist()}
    alone = [model.new_bool_var("") for _ in range(n)]
    for i in range(n):
        model.add_exactly_one([alone[i], *(chosen[i, j] for j in range(m) if (i, j) in chosen)])
    for j in range(m):
        cases = [i for i in range(n) if (i, j) in chosen]
        model.add(
            sum(int(problem.workload[i, j]) * chosen[i, j] for i in cases)
            <= int(problem.capacity[j])
        )
    missing = total_fit.FULL_FIT - problem.fit
    heavy = int(missing.max(initial=1)) * n + 1
    model.minimize(sum(int(missing[i, j]) * x for (i, j), x in chosen.items()) + heavy * sum(alone))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = time_limit_s
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    plan = np.full(n, UNPLACED, np.int64)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for (i, j), x in chosen.items():
            if solver.boolean_value(x):
                plan[i] = j
    goals = (*place_with_claim.goals(problem), *place_others.goals(problem))
    return Plain(
        unplaced=sum(goal.measure(problem, plan) for goal in goals),
        missing_points=int(
            sum(missing[i, j] for i, j in enumerate(plan.tolist()) if j != UNPLACED)
        ),
        is_optimal=status == cp_model.OPTIMAL,
    )
