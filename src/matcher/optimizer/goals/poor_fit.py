"""Lift the worst: as few as possible below each level of fit, the worst level first.

A family that keeps the coordinator it has isn't counted, however poor the fit: that alone is
no reason to take somebody away from those who haven't asked for it (S123, S165). And to move
such a family counts as much as a poor fit, so that nobody is lifted by unsettling another.
"""

from functools import partial

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model, level: int) -> Expression:
    """Count the pairs below the level; of a settled family, any but its own coordinator."""
    problem = model.problem
    poor = problem.fit < level
    settled = np.flatnonzero(problem.settled)
    poor[settled] = True
    poor[settled, problem.current[settled]] = False
    return model.expression(poor.astype(np.int64))


def measure(problem: Problem, plan: IntArray, level: int) -> int:
    """Settled families that are moved, and others placed below the level."""
    placed = np.flatnonzero(plan != UNPLACED)
    moved = problem.settled[placed] & (plan[placed] != problem.current[placed])
    poor = ~problem.settled[placed] & (problem.fit[placed, plan[placed]] < level)
    return int(moved.sum() + poor.sum())


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier a level, worst first; the last is the profile's acceptable fit."""
    return tuple(
        Goal(
            f"poor_fit_{level}",
            f"Egnethet under {level}, eller flyttet uten å ha bedt om det",
            "saker",
            partial(post, level=level),
            partial(measure, level=level),
        )
        for level in problem.poor_levels
    )
