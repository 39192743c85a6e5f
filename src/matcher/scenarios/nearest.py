"""Among equally good plans, the one nearest to the plan at hand.

A round settles what is equally good by lot. Beside a plan at hand a lot would move families whom
the scenario gives no reason to move, and they would be counted as touched by it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def nearest(plan: IntArray) -> Callable[[Problem], tuple[Goal, ...]]:
    """The last tier of a scenario: as few cases as possible otherwise than in ``plan`` (n)."""

    def post(model: Model) -> Expression:
        everyone = np.arange(model.problem.shape[1])
        other = (plan[:, None] != everyone).astype(np.int64)
        return model.expression(other, (plan != UNPLACED).astype(np.int64))

    def measure(problem: Problem, chosen: IntArray) -> int:
        return int((chosen != plan).sum())

    return lambda problem: (Goal("nearest", "Endret", "saker", post, measure),)
