"""Where not all claims can be met, those who have waited longest, or need it early, come first.

S038, S052: an early-found need counts as so many months more, by the profile.
"""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model) -> Expression:
    """Months waited by cases with a claim that stay unplaced."""
    problem = model.problem
    months = np.where(problem.has_claim, problem.waiting_months, 0)
    return model.expression(np.zeros(problem.shape, np.int64), months)


def measure(problem: Problem, plan: IntArray) -> int:
    """The same, read off the plan."""
    return int(problem.waiting_months[problem.has_claim & (plan == UNPLACED)].sum())


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier."""
    return (Goal("waiting", "Ventetid for dem med rett som ikke får", "måneder", post, measure),)
