"""Loads: the sets of cases a coordinator may be given in any plan that is good enough.

At good case prices nearly every set costs far too much; those within reach of a target are few,
often some thousands among astronomically many, and can all be listed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.optimizer.core.priced import Priced
from matcher.optimizer.program import BoolArray, IntArray

Bits = NDArray[np.uint64]


@dataclass(frozen=True)
class Loads:
    """Sets of cases, each for one coordinator.

    ``cases`` (loads × longest) are case indices, padded with n; ``bits`` (loads × words) are the
    same sets a bit a case; ``cost`` is in units of the objective.
    """

    coordinator: IntArray
    cases: IntArray
    bits: Bits
    cost: IntArray

    def __len__(self) -> int:
        return len(self.coordinator)

    def only(self, kept: IntArray | BoolArray) -> Loads:
        """The kept loads, in their order."""
        return Loads(self.coordinator[kept], self.cases[kept], self.bits[kept], self.cost[kept])

    def having(self, case: int) -> BoolArray:
        """Which loads contain the case."""
        word, bit = divmod(case, 64)
        return ((self.bits[:, word] >> np.uint64(bit)) & np.uint64(1)).astype(np.bool_)


def list_loads(
    problem: Priced, prices: IntArray, slack: int, kept: BoolArray, most: int
) -> Loads | None:
    """All loads that a plan within ``slack`` (scaled) of the bound at ``prices`` can use.

    ``kept`` (n × m) are the pairs such a plan can use. ``None`` when there are more than ``most``.
    """
    m = problem.open.shape[1]
    reduced = problem.cost - prices[:, None]
    members: list[tuple[IntArray, BoolArray]] = []
    total = 0
    for j in range(m):
        cases = np.flatnonzero(kept[:, j] & problem.open[:, j])
        cases = cases[np.argsort(reduced[cases, j], kind="stable")]
        found = _near_best(
            reduced[cases, j],
            problem.workload[cases, j],
            problem.toll_of(j),
            slack,
            most - total,
        )
        if found is None:
            return None
        members.append((cases, found))
        total += len(found)
    longest = max((int(found.sum(axis=1).max(initial=0)) for _, found in members), default=0)
    pieces = [
        _loads_of(j, cases, found, problem, max(longest, 1))
        for j, (cases, found) in enumerate(members)
    ]
    return Loads(
        np.concatenate([piece.coordinator for piece in pieces]),
        np.concatenate([piece.cases for piece in pieces]),
        np.concatenate([piece.bits for piece in pieces]),
        np.concatenate([piece.cost for piece in pieces]),
    )


def _near_best(
    reduced: IntArray, weight: IntArray, toll: IntArray, slack: int, most: int
) -> BoolArray | None:
    """Sets within ``slack`` of the cheapest (rows; a column an item), item by item.

    ``toll`` is what 0 to all hours cost by themselves.
    A partial set is kept only while its best completion is still within reach.
    """
    count, capacity = len(reduced), len(toll) - 1
    rest = np.zeros((count + 1, capacity + 1), dtype=np.int64)
    rest[count] = toll[::-1]
    for t in range(count - 1, -1, -1):
        hours = int(weight[t])
        rest[t] = rest[t + 1]
        rest[t, hours:] = np.minimum(
            rest[t, hours:], rest[t + 1, : capacity + 1 - hours] + reduced[t]
        )
    reach = int(rest[0, capacity]) + slack
    cost = np.zeros(1, dtype=np.int64)
    room = np.full(1, capacity, dtype=np.int64)
    steps: list[tuple[IntArray, int]] = []
    for t in range(count):
        without = np.flatnonzero(cost + rest[t + 1][room] <= reach)
        fitting = np.flatnonzero(room >= weight[t])
        completed = cost[fitting] + reduced[t] + rest[t + 1][room[fitting] - weight[t]]
        having = fitting[completed <= reach]
        cost = np.concatenate([cost[without], cost[having] + reduced[t]])
        room = np.concatenate([room[without], room[having] - weight[t]])
        steps.append((np.concatenate([without, having]), len(without)))
        if len(cost) > most:
            return None
    found = np.zeros((len(cost), count), dtype=np.bool_)
    at = np.arange(len(cost))
    for t in range(count - 1, -1, -1):
        origin, without_count = steps[t]
        found[:, t] = at >= without_count
        at = origin[at]
    return found


def _loads_of(j: int, cases: IntArray, found: BoolArray, problem: Priced, longest: int) -> Loads:
    n = problem.open.shape[0]
    padded = np.full((len(found), longest), n, dtype=np.int64)
    load, item = np.nonzero(found)
    place = np.arange(len(load)) - np.searchsorted(load, load)
    padded[load, place] = cases[item]
    bits = np.zeros((len(found), n // 64 + 1), dtype=np.uint64)
    for t, case in enumerate(cases.tolist()):
        bits[:, case // 64] |= found[:, t].astype(np.uint64) << np.uint64(case % 64)
    return Loads(
        coordinator=np.full(len(found), j, dtype=np.int64),
        cases=padded,
        bits=bits,
        cost=(found @ problem.cost[cases, j]) // problem.scale,
    )
