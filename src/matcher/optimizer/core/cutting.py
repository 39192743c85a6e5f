"""Loads that can be in a good plan, fewer and fewer: cuts raise the bound, and most fall out.

The linear program over listed loads is solved, the cuts it breaks most are added, and what then
costs too much is gone for good (Jepsen et al. 2008; Baldacci, Christofides and Mingozzi 2008 list
what is left and give it to a solver of whole numbers).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.columns import Columns
from matcher.optimizer.core.master import SCALE, Master
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import BoolArray, IntArray

_ROUNDS, _CUTS = 30, 150
_LEAST_GAIN = 0.02
_PATIENCE = 3
_FEW = 300


@dataclass(frozen=True)
class Remainder:
    """The loads still possible at the target, the cuts that shut the others out, and floors.

    ``floor`` (n × m): a plan with this pair costs at least so much (whole points; one above the
    target where no such plan reaches it). ``bound`` holds for every plan; above the target there
    is none.
    """

    is_open: BoolArray
    triples: IntArray
    floor: IntArray
    bound: int


def cut_down(columns: Columns, target: int, reduced: IntArray, watch: Watch) -> Remainder:
    """Cut until few loads are left, or cuts help no more.

    ``reduced`` (a load) orders the loads: the most tempting first.
    """
    m = columns.program.shape[1]
    none = np.zeros((0, 3), np.int64)
    master = Master(columns.loads, columns.unplaced, m, reduced, none, columns.sides)
    is_open = np.ones(len(columns.loads), np.bool_)
    floor = np.full(len(is_open), -NEVER)
    bound, waited = -NEVER, 0
    for _ in range(_ROUNDS):
        opened = np.flatnonzero(is_open)
        mix = master.mix(is_open, target)
        if mix is None:
            break
        floor[opened] = np.maximum(floor[opened], mix.floor)
        waited = 0 if mix.bound >= bound + _LEAST_GAIN * SCALE else waited + 1
        bound = max(bound, mix.bound)
        is_open = floor <= target * SCALE
        if mix.value is None or is_open.sum() <= _FEW or waited == _PATIENCE or watch.is_over():
            break
        if not master.separate(opened, mix.value, _CUTS):
            break
    whole = np.where(is_open, -(-floor // SCALE), target + 1)
    least = min(-(-bound // SCALE), target + 1)
    return Remainder(is_open, master.binding(), _by_pair(columns, whole, target), int(least))


def _by_pair(columns: Columns, floor: IntArray, target: int) -> IntArray:
    n, m = columns.program.shape
    least = np.full((n + 1, m), target + 1)
    loads = columns.loads
    for place in range(loads.cases.shape[1]):
        np.minimum.at(least, (loads.cases[:, place], loads.coordinator), floor)
    return least[:n]
