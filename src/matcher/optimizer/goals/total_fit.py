"""The fit of everyone together, and the price of moving a family that has a coordinator.

Less is better, so what is counted is the points that are missing to 100, and for each family
that is moved without having asked for it, the profile's price (S123, S165).
"""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray

FULL_FIT = 100


def post(model: Model) -> Expression:
    """Points missing to full fit, and the price where a settled family gets another."""
    problem = model.problem
    missing = FULL_FIT - problem.fit
    settled = np.flatnonzero(problem.settled)
    missing[settled] += problem.move_costs_points
    missing[settled, problem.current[settled]] -= problem.move_costs_points
    return model.expression(missing)


def measure(problem: Problem, plan: IntArray) -> int:
    """The same, read off the plan."""
    placed = np.flatnonzero(plan != UNPLACED)
    moved = problem.settled[placed] & (plan[placed] != problem.current[placed])
    missing = FULL_FIT - problem.fit[placed, plan[placed]]
    return int(missing.sum() + problem.move_costs_points * moved.sum())


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier."""
    return (Goal("total_fit", "Poeng som mangler til full egnethet", "poeng", post, measure),)
