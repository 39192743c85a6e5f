"""A better plan by re-settling a part of it exactly: some coordinators and all their cases.

Large neighbourhood search (Shaw 1998); each neighbourhood is a small model for the solver.
"""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.plan import Checked, better, checked, only_plan
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program

_CASES_TOGETHER = 150
_NODES = 50


def improve(
    program: Program,
    best: Checked,
    promising: BoolArray,
    reduced: IntArray,
    *,
    bound: int,
    rounds: int,
    patience: int,
    watch: Watch,
    seed: int,
) -> Checked:
    """Improve ``best`` for so many rounds, or until ``patience`` rounds in a row gave nothing.

    ``promising`` (n × m) are the pairs worth looking at; ``reduced`` (n × m) tells how near a
    case is to a coordinator, for choosing who is looked at together.
    """
    draw = np.random.default_rng(seed)
    n, m = program.shape
    size = min(m - m // 4, max(2, round(_CASES_TOGETHER * m / max(n, 1))))
    in_vain = 0
    for _ in range(rounds):
        if watch.is_over() or in_vain >= patience or best.objective <= bound:
            break
        group = neighbours(program, best.plan, reduced, size, int(draw.integers(m)), draw)
        found = _resettle(program, best, promising, group, watch, seed)
        in_vain = 0 if found.objective < best.objective else in_vain + 1
        if in_vain and in_vain % max(8, patience // 3) == 0:
            size = min(m, size + max(1, size // 3))
        best = found
    return best


def neighbours(
    program: Program,
    plan: IntArray,
    reduced: IntArray,
    size: int,
    first: int,
    draw: np.random.Generator,
) -> IntArray:
    """A coordinator and those it could best exchange cases with, with some chance in it."""
    m = program.shape[1]
    far = int(np.abs(reduced[program.open]).max(initial=0)) + 1
    mine = plan == first
    to_them = np.where(program.open[mine], reduced[mine], far).min(axis=0, initial=far)
    to_me = np.full(m, far, dtype=np.int64)
    others = np.flatnonzero((plan != UNPLACED) & ~mine & program.open[:, first])
    np.minimum.at(to_me, plan[others], reduced[others, first])
    distance = (to_them + to_me) * draw.uniform(0.3, 1.0, m)
    distance[first] = -np.inf
    return np.argsort(distance, kind="stable")[:size]


def _resettle(
    program: Program,
    best: Checked,
    promising: BoolArray,
    group: IntArray,
    watch: Watch,
    seed: int,
) -> Checked:
    chosen = np.zeros(program.shape[1] + 1, dtype=np.bool_)
    chosen[group] = True
    chosen[-1] = True  # those without anybody take part in every neighbourhood
    free = chosen[best.plan]
    pairs, unplaced = only_plan(program, best.plan)
    pairs |= promising & free[:, None] & chosen[None, :-1]
    model = linear_model(program, pairs, unplaced | free)
    answer = engine.solve_mip(
        model,
        model.values_of(best.plan),
        engine.Effort(_NODES, watch.left(), engine.gap_of(program)),
        seed,
    )
    if answer.values is None:
        return best
    return better(best, checked(program, model.plan_of(answer.values, len(free)))) or best
