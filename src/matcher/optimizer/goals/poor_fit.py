"""Lift the worst: as few as possible below each level of fit, the worst level first.

A family that simply keeps the coordinator it has isn't counted: a poor fit alone is no reason
to take somebody away from those who haven't asked for it (S123, S165).
"""

from functools import partial

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model, level: int) -> Expression:
    """Count the pairs below the level, but for those that are kept as they are."""
    problem = model.problem
    poor = problem.fit < level
    settled = np.flatnonzero(problem.settled)
    poor[settled, problem.current[settled]] = False
    return model.expression(poor.astype(np.int64))


def measure(problem: Problem, plan: IntArray, level: int) -> int:
    """Placed cases below the level, but for those that are kept as they are."""
    placed = np.flatnonzero(plan != UNPLACED)
    kept = problem.settled[placed] & (plan[placed] == problem.current[placed])
    return int(((problem.fit[placed, plan[placed]] < level) & ~kept).sum())


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier a level, worst first; the last is the profile's acceptable fit."""
    return tuple(
        Goal(
            f"poor_fit_{level}",
            f"Forslag med egnethet under {level}",
            "saker",
            partial(post, level=level),
            partial(measure, level=level),
        )
        for level in problem.poor_levels
    )
