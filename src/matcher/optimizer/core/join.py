"""Put loads together, one a coordinator, into whole plans: by looking at all that fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.loads import Bits, Loads
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.program import BoolArray, IntArray

_MOST_PARTIAL = 1_500_000


@dataclass(frozen=True)
class Joined:
    """``load_of`` (m) are the loads of the cheapest plan within reach; ``None``: there is none."""

    load_of: IntArray | None


def join(loads: Loads, excess: IntArray, slack: int, unplaced: IntArray, m: int) -> Joined | None:
    """The cheapest disjoint choice of one load a coordinator, or ``None`` if too many to look at.

    ``excess`` (a load) is what it costs a plan beyond the bound, at least; a plan's total may be
    at most ``slack``. ``unplaced`` (n) is the cost of a case in no load, ``NEVER`` where it must
    be in one.
    """
    sizes = np.bincount(loads.coordinator, minlength=m)
    if not sizes.all():
        return Joined(None)
    order = np.argsort(sizes, kind="stable")
    owed = _owed(loads, order, unplaced == NEVER)
    bits = np.zeros((1, loads.bits.shape[1]), dtype=np.uint64)
    total = np.zeros(1, dtype=np.int64)
    steps: list[tuple[IntArray, IntArray]] = []
    for j, must in zip(order.tolist(), owed, strict=True):
        mine = np.flatnonzero(loads.coordinator == j)
        mine = mine[np.argsort(excess[mine], kind="stable")]
        counts = np.searchsorted(excess[mine], slack - total, side="right")
        if counts.sum() > _MOST_PARTIAL:
            return None
        parent = np.repeat(np.arange(len(total)), counts)
        load = mine[np.arange(len(parent)) - np.repeat(np.cumsum(counts) - counts, counts)]
        apart = ~(bits[parent] & loads.bits[load]).any(axis=1)
        parent, load = parent[apart], load[apart]
        bits = bits[parent] | loads.bits[load]
        total = total[parent] + excess[load]
        covered = ((bits & must) == must).all(axis=1)
        parent, load, bits, total = parent[covered], load[covered], bits[covered], total[covered]
        if not len(total):
            return Joined(None)
        steps.append((parent, load))
    return Joined(_cheapest(loads, order, steps, bits, unplaced))


def _owed(loads: Loads, order: IntArray, must: BoolArray) -> list[Bits]:
    """After each coordinator in turn: the cases that none of the later ones can take."""
    words = loads.bits.shape[1]
    wanted = np.zeros(words, dtype=np.uint64)
    for case in np.flatnonzero(must).tolist():
        wanted[case // 64] |= np.uint64(1) << np.uint64(case % 64)
    owed: list[Bits] = []
    later = np.zeros(words, dtype=np.uint64)
    for j in order[::-1].tolist():
        owed.append(wanted & ~later)
        later = later | np.bitwise_or.reduce(loads.bits[loads.coordinator == j], axis=0)
    return owed[::-1]


def _cheapest(
    loads: Loads,
    order: IntArray,
    steps: list[tuple[IntArray, IntArray]],
    bits: Bits,
    unplaced: IntArray,
) -> IntArray:
    cost = np.zeros(len(bits), dtype=np.int64)
    for case in np.flatnonzero((unplaced < NEVER) & (unplaced != 0)).tolist():
        has = (bits[:, case // 64] >> np.uint64(case % 64)) & np.uint64(1)
        cost += np.where(has == 0, unplaced[case], 0)
    chosen = np.zeros((len(bits), len(order)), dtype=np.int64)
    at = np.arange(len(bits))
    for t in range(len(order) - 1, -1, -1):
        parent, load = steps[t]
        chosen[:, order[t]] = load[at]
        at = parent[at]
    cost += loads.cost[chosen].sum(axis=1)
    best: IntArray = chosen[int(np.argmin(cost))]
    return best
