"""No family that may keep its coordinator ends with nobody (S164)."""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model) -> Expression:
    """Count the unplaced among those whose coordinator may continue."""
    problem = model.problem
    has_one = np.flatnonzero(problem.current != UNPLACED)
    continues = np.zeros(problem.shape[0], np.int64)
    continues[has_one] = problem.allowed[has_one, problem.current[has_one]]
    return model.expression(np.zeros(problem.shape, np.int64), continues)


def measure(problem: Problem, plan: IntArray) -> int:
    """Families that have a coordinator who may continue, and are left with nobody."""
    left = np.flatnonzero((plan == UNPLACED) & (problem.current != UNPLACED))
    return int(problem.allowed[left, problem.current[left]].sum())


def goals(problem: Problem) -> tuple[Goal, ...]:
    """Always the first tier."""
    return (Goal("no_gap", "Familier som mister koordinatoren sin", "saker", post, measure),)
