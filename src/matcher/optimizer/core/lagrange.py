"""The bound: each case's *exactly one choice* is priced, each coordinator packs at best.

With a price u_i for having case i settled, coordinators choose independently of each other
which cases are worth their hours: a knapsack each. The bound is as strong as the hours are
tight, far above the linear relaxation's. Cattrysse and Van Wassenhove (1992); the fixing rules
are those of Posta, Ferland and Michelon (2012).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core import knapsack
from matcher.optimizer.core.packing import Packing, pack
from matcher.optimizer.core.priced import NEVER, Priced
from matcher.optimizer.program import IntArray


@dataclass(frozen=True)
class Forced:
    """Lower bounds (scaled) for every plan, and for plans in which a choice is forced.

    ``pair`` (n × m) and ``unplaced`` (n) are ``NEVER`` where the choice isn't open.
    """

    bound: int
    pair: IntArray
    unplaced: IntArray


def ascend(
    problem: Priced,
    prices: IntArray,
    *,
    target: int,
    rounds: int,
    visit: Callable[[Packing, IntArray], bool] | None = None,
) -> tuple[int, IntArray]:
    """Raise the bound by moving prices towards what the packing got wrong (subgradient).

    ``target`` (scaled) guides the step length. ``visit`` sees every packing and its prices, and
    may stop the climb by returning true. Returns the best bound and its prices.
    """
    best, best_prices = -NEVER, prices
    heading = np.zeros(len(prices))
    boldness, failures = 0.5, 0
    for _ in range(rounds):
        packing = pack(problem, prices)
        if packing.bound > best:
            best, best_prices, failures = packing.bound, prices, 0
        else:
            failures += 1
        if visit is not None and visit(packing, prices):
            break
        missing = 1.0 - packing.chosen.sum(axis=1) - packing.nobody
        if not missing.any() or boldness < 1e-4:
            break
        if failures >= 20:
            boldness, failures, prices = boldness * 0.7, 0, best_prices
        heading = 0.7 * missing + 0.3 * heading
        gap = max(target - packing.bound, problem.scale // 20)
        step = boldness * gap / max(float((heading * heading).sum()), 1e-9)
        prices = prices + np.rint(step * heading).astype(np.int64)
    return best, best_prices


def force(problem: Priced, prices: IntArray) -> Forced:
    """For each choice, the bound on plans that contain it.

    Having (i, j) costs what j's knapsack loses by making room for i, and what every other
    coordinator who would have liked i loses by doing without.
    """
    reduced = problem.cost - prices[:, None]
    having = np.full(problem.open.shape, NEVER, dtype=np.int64)
    lacking = np.zeros(problem.open.shape, dtype=np.int64)
    bound = problem.constant + int(prices.sum())
    for j in range(problem.open.shape[1]):
        bound -= _force_coordinator(problem, reduced, j, having, lacking)
    staying = np.minimum(problem.unplaced - prices, 0)
    bound += int(staying.sum())
    others = lacking.sum(axis=1)
    rest = bound + others - staying
    pair = np.where(problem.open, having + rest[:, None] - lacking, NEVER)
    unplaced = np.where(
        problem.unplaced < NEVER, problem.unplaced - prices - staying + bound + others, NEVER
    )
    if len(prices):
        bound = max(bound, int(np.minimum(pair.min(axis=1, initial=NEVER), unplaced).max()))
    return Forced(bound, pair, unplaced)


def _force_coordinator(
    problem: Priced, reduced: IntArray, j: int, having: IntArray, lacking: IntArray
) -> int:
    """Fill column j of ``having`` and ``lacking``; the worth of j's best knapsack."""
    is_open, cost = problem.open[:, j], reduced[:, j]
    toll, weight = problem.toll_of(j), problem.workload[:, j]
    gainful = np.flatnonzero(is_open & (cost < 0))
    counts = knapsack.best_of_each_weight(-cost[gainful], weight[gainful], len(toll) - 1, besides=1)
    gainful, little = gainful[counts], gainful[~counts]
    best, without, around = knapsack.without_each(-cost[gainful], weight[gainful], toll)
    worth = int(best[0])
    having[gainful, j] = cost[gainful] + worth - around
    lacking[gainful, j] = worth - without
    others = np.concatenate([np.flatnonzero(is_open & (cost >= 0)), little])
    having[others, j] = cost[others] + worth - best[weight[others]]
    return worth
