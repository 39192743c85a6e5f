"""All tiers of a round by any engine: each goal is minimised, and held while the next is.

Ours is the round as the program runs it, with counted work; it looks at no clock. The others get
the goals one at a time, said plainly, each beginning from the plan of the one before and with an
equal share of the seconds that are left.
"""

from __future__ import annotations

import time

import numpy as np

from benchmarks.engines import ENGINES
from benchmarks.job import Reached
from matcher.explain.solved_round import limits_for
from matcher.optimizer.check import breaches
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Solution
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.solve import solve_round


class Disagrees(Exception):
    """An engine's answer and a plain reading of its plan differ."""


def climb(problem: Problem, engine: str, seconds: float) -> tuple[Reached, ...]:
    """Every goal but the draw, in order, read off a plan that is checked without a solver.

    Raises ``Disagrees`` for a plan that breaks a requirement. A goal that an engine has no plan
    for is measured on the plan at hand.
    """
    if engine == "ours":
        plan, reached = _ours(problem)
    else:
        plan, reached = _plainly(problem, engine, seconds)
    if broken := breaches(problem, plan):
        raise Disagrees("; ".join(broken))
    return reached


def _ours(problem: Problem) -> tuple[IntArray, tuple[Reached, ...]]:
    solved = solve_round(problem, limits_for(problem), last=lambda problem: ())
    return solved.plan, tuple(Reached(t.goal.id, t.value, t.bound) for t in solved.tiers)


def _plainly(problem: Problem, engine: str, seconds: float) -> tuple[IntArray, tuple[Reached, ...]]:
    end = time.perf_counter() + seconds
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    plan = np.full(problem.shape[0], UNPLACED, np.int64)
    goals = (*placing(problem), *choosing(problem))
    reached = []
    for after, goal in enumerate(goals):
        expression = goal.post(model)
        left = max(0.0, end - time.perf_counter()) / (len(goals) - after)
        result = ENGINES[engine](model.program(expression), left, plan)
        if result.plan is not None:
            plan = result.plan
        value = goal.measure(problem, plan)
        if result.value is not None and value > result.value:
            raise Disagrees(f"{goal.id}: {result.value} is measured as {value}")
        bound = None if result.bound is None else min(result.bound, value)
        reached.append(Reached(goal.id, value, bound))
        model.hold(expression, value, Solution(plan, value, bound or 0, is_optimal=False))
    return plan, tuple(reached)
