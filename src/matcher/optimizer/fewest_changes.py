"""Among plans that are equally good, the one that changes the fewest cases of a given plan.

Not a tier of a round: the last tier when a pair is forced, so that what is told of who else
would move is no more than it must be.
"""

from functools import partial

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model, of: IntArray) -> Expression:
    """Count the cases whose coordinator isn't the given plan's."""
    pair = np.arange(model.problem.shape[1])[None, :] != of[:, None]
    return model.expression(pair.astype(np.int64), (of != UNPLACED).astype(np.int64))


def measure(problem: Problem, plan: IntArray, of: IntArray) -> int:
    """The same, read off the plan."""
    return int((plan != of).sum())


def fewest_changes(plan: IntArray) -> Goal:
    """The goal: fewest changes of ``plan``."""
    return Goal(
        "fewest_changes",
        "Endringer i andre saker",
        "saker",
        partial(post, of=plan),
        partial(measure, of=plan),
    )
