"""Ties are settled in the open: by lot, from the round's published seed and the ids.

The same for any order of rows, any repeat and any number of workers. Strictly below every
other goal, and no quality of a plan: it isn't shown among the goals. Why: docs/decisions/.
"""

import hashlib

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def lot(seed: int, case: str, coordinator: str) -> int:
    """The lot of a pair, 0–65,535; ``coordinator`` is empty for nobody."""
    text = f"{seed}\n{case}\n{coordinator}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=2).digest(), "big")


def post(model: Model) -> Expression:
    """Lots are drawn only for what is still open."""
    problem = model.problem
    pair = np.zeros(problem.shape, np.int64)
    unplaced = np.zeros(problem.shape[0], np.int64)
    for g, group in enumerate(model.groups):
        for i in group:
            for j in np.flatnonzero(model.open[g]).tolist():
                pair[i, j] = lot(problem.seed, problem.case_ids[i], problem.coordinator_ids[j])
            if model.may_stay_unplaced[g]:
                unplaced[i] = lot(problem.seed, problem.case_ids[i], "")
    return model.expression(pair, unplaced)


def measure(problem: Problem, plan: IntArray) -> int:
    """The lots of the plan."""
    return sum(
        lot(problem.seed, case, "" if j == UNPLACED else problem.coordinator_ids[j])
        for case, j in zip(problem.case_ids, plan.tolist(), strict=True)
    )


def goals(problem: Problem) -> tuple[Goal, ...]:
    """The last tier."""
    return (Goal("draw", "Loddtrekning mellom like gode planer", "lodd", post, measure),)
