"""The best prices there are: a linear program over whole loads, grown load by load.

The bound of the knapsacks is concave in the prices; its top is the value of a linear program with
a column for each set of cases that a coordinator could be given. The columns that matter are what
coordinators choose at the program's own prices, smoothed towards the best known (Dantzig and
Wolfe 1960; Wentges 1997). Where a coordinator has a handful of cases, this bound is far above the
plain relaxation's, and little is left to search.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from matcher.optimizer.core.growing import GrowingLoads
from matcher.optimizer.core.lagrange import ascend
from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.core.packing import Packing, pack
from matcher.optimizer.core.plan import Checked, only_plan
from matcher.optimizer.core.priced import priced
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import IntArray, Program

_WARMING, _ASTRAY = 60, 8
_SMOOTHINGS = 0.7, 0.35, 0.0
_CLOSE = 0.02
_WIDTH, _WIDTH_ASTRAY = 0.03, 0.25
_WIDER, _NARROWER, _NARROWEST = 4.0, 0.7, 0.003
_EXACT = 1e-3


@dataclass(frozen=True)
class Grown:
    """The ``prices`` of the linear model's rows that give the highest bound known, and the loads
    that were looked at on the way, from which a plan can be made.
    """

    prices: FloatArray
    loads: GrowingLoads


def grow(
    program: Program,
    begin: FloatArray,
    best: Checked | None,
    rounds: int,
    watch: Watch,
    *,
    enough: float = math.inf,
    close: float = 0.0,
    patience: int | None = None,
) -> Grown:
    """Grow loads for at most ``rounds``, until the bound is ``enough`` or no prices give a higher.

    ``begin`` are the plain relaxation's prices: cases, coordinators (not used), the program's own
    rows. ``close`` is the part of the bound that isn't worth more rounds; ``patience`` is how many
    rounds in a row may raise nothing.
    """
    n, m = program.shape
    loads = GrowingLoads(program)
    if best is not None:
        loads.add(only_plan(program, best.plan)[0])
    center, proven = _warmed(program, loads, begin, best, watch)
    width = (_WIDTH_ASTRAY if math.isinf(proven) else _WIDTH) * loads.reach
    in_vain = 0
    for _ in range(rounds):
        loads.hold_near(center, width)
        mix = loads.middle()
        if mix is None and width < loads.price:
            width = 2 * loads.price
            continue
        if mix is None or watch.is_over() or proven >= enough or in_vain == patience:
            break
        if mix.objective - proven <= close * abs(mix.objective):
            break
        is_new, begun = False, center
        for smoothing in () if _is_reached(proven, mix.objective) else _SMOOTHINGS:
            prices = smoothing * begun + (1 - smoothing) * mix.rows
            problem = priced(program, prices[n + m :])
            packing = pack(problem, np.rint(prices[:n] * problem.scale).astype(np.int64))
            if packing.bound > proven * problem.scale:
                center, proven = prices, packing.bound / problem.scale
            is_new |= loads.add(packing.chosen)
        in_vain = in_vain + 1 if center is begun else 0
        if not is_new:
            if width > loads.price:
                break
            width *= _WIDER
        elif center is begun:
            width = max(_NARROWEST * loads.reach, _NARROWER * width)
    loads.hold_near(None, width)
    return Grown(center, loads)


def _is_reached(proven: float, mix: float) -> bool:
    """Whether the bound is at its top, or no more can come of it than a part of a point."""
    if math.isinf(proven):
        return False
    return mix - proven < _CLOSE or math.ceil(mix - _EXACT) <= math.ceil(proven)


def _warmed(
    program: Program,
    loads: GrowingLoads,
    begin: FloatArray,
    best: Checked | None,
    watch: Watch,
) -> tuple[FloatArray, float]:
    """Some rounds of plain ascent, which find good loads to begin with, and the height they reach.

    Where each of the first rounds falls below the one before, the prices to begin from are astray.
    What little height they have is forgotten (it is minus infinity), for to stay near them takes
    dozens of rounds.
    """
    n, m = program.shape
    problem = priced(program, begin[n + m :])
    prices = np.rint(begin[:n] * problem.scale).astype(np.int64)
    goal = pack(problem, prices).bound // 100 * 102 + 5 * problem.scale
    if best is not None:
        goal = min(goal, best.objective * problem.scale)

    heights: list[int] = []

    def is_astray() -> bool:
        return len(heights) == _ASTRAY and all(high > low for high, low in pairwise(heights))

    def visit(packing: Packing, _prices: IntArray) -> bool:
        loads.add(packing.chosen)
        heights.append(packing.bound)
        return watch.is_over() or is_astray()

    bound, prices = ascend(problem, prices, target=goal, rounds=_WARMING, visit=visit)
    height = -math.inf if is_astray() else bound / problem.scale
    return np.concatenate([prices / problem.scale, begin[n:]]), height
