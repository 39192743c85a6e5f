"""One tier of a forced pair to its end, among the choices that bounds have left."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.consequences.listed import Found
from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.core import solve
from matcher.optimizer.core.easy import has_no_plan
from matcher.optimizer.core.small import settle_small
from matcher.optimizer.model import Model
from matcher.optimizer.program import (
    BoolArray,
    Expression,
    IntArray,
    Limits,
    Solution,
)
from matcher.optimizer.requirements import REQUIREMENTS

NOTHING_KNOWN = Solution(None, None, 0, is_optimal=False)


def plan_with(stakes: Stakes, pair: Pair, limits: Limits) -> IntArray | None:
    """Any plan that has the pair; ``None`` where locks and hours leave none."""
    model = _model(stakes, pair, stakes.open)
    no_goal = Expression(0 * model.workload, 0 * model.workload[:, 0], np.zeros(0, np.int64))
    return solve(model.program(no_goal), None, limits).coordinator_of


def settle(
    stakes: Stakes, pair: Pair, tier: int, most: IntArray, kept: BoolArray, work: float
) -> Found:
    """The plan of ``kept`` pairs (n × m) least in ``tier``, all tiers up to it within ``most``.

    ``work`` is CP-SAT's deterministic time.
    """
    model = _model(stakes, pair, kept)
    for goal, value in zip(stakes.goals[:tier], most.tolist(), strict=False):
        model.hold(goal.post(model), value, NOTHING_KNOWN)
    objective = stakes.goals[tier].post(model)
    model.hold(objective, int(most[tier]), NOTHING_KNOWN)
    program = model.program(objective)
    if has_no_plan(program):
        return Found(None, is_settled=True)
    everything = np.ones_like(model.open), np.ones_like(model.may_stay_unplaced)
    answer = settle_small(program, None, *everything, work, None)
    if answer.best is None:
        return Found(None, is_settled=answer.is_infeasible)
    return Found(answer.best.plan, is_settled=answer.best.objective == answer.bound)


def _model(stakes: Stakes, pair: Pair, kept: BoolArray) -> Model:
    """Only ``kept`` pairs are open; the goals still measure the round as it is."""
    problem = stakes.problem.with_lock(*pair)
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    model.open &= kept
    return model
