"""What prices show, added up: a Lagrangian bound with one knapsack a coordinator.

Whatever the prices are, the bound they give holds; good prices give a high one. So nobody needs
to trust the solver that found them. Nothing here solves anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.domain.certificate import PRICES_PER_UNIT, GoalPrices
from matcher.optimizer.program import UNPLACED, IntArray, Overtime, Program

Toll = tuple[Overtime, int]
"""What a coordinator pays for each step of hours beyond some."""


@dataclass(frozen=True)
class Shown:
    """What prices show: no plan is below ``bound``, nor below ``floor`` (n × (m + 1)) with that
    choice; the last column is for nobody. In thousandths.
    """

    bound: int
    floor: IntArray

    @property
    def whole(self) -> int:
        """The least whole value that a plan can have."""
        return -(-self.bound // PRICES_PER_UNIT)


def show(program: Program, prices: GoalPrices | None) -> Shown:
    """Add up what the prices show; without any, every case, hour and requirement is free.

    Every plan keeps its rows, so what they are paid may be added, and taken from the choices
    again. Then each coordinator takes what is best within the hours, each on their own. A choice
    that isn't taken costs what is left of it besides.
    """
    (n, m), objective = program.shape, program.objective
    by_case = np.array(prices.cases if prices else [0] * n, np.int64)
    by_row = prices.rows if prices else (0,) * len(program.rows)
    if len(by_case) != n or len(by_row) != len(program.rows):
        raise ValueError("the prices belong to another round")
    total = int(by_case.sum())
    cost = PRICES_PER_UNIT * np.column_stack([objective.pair, objective.unplaced])
    extra = PRICES_PER_UNIT * objective.extra
    counted = {overtime.row for overtime in program.overtimes}
    for r, (row, price) in enumerate(zip(program.rows, by_row, strict=True)):
        side = row.lower if price > 0 else row.upper
        if price == 0 or r in counted:
            continue
        if side is None:
            raise ValueError("a price is about a side that the requirement doesn't have")
        total += price * side
        np.subtract.at(cost, (row.case, row.coordinator), price * row.coefficient)
        np.subtract.at(extra, row.extra, price * row.extra_coefficient)
    left = cost - by_case[:, None]
    total += int(np.minimum(left[program.may_stay_unplaced, UNPLACED], 0).sum())
    for j in range(m):
        tolls = [(o, int(extra[o.extra])) for o in program.overtimes if o.coordinator == j]
        total -= _most_saved(program, j, -left[:, j], tolls)
    own = {overtime.extra for overtime in program.overtimes}
    for k, each in enumerate(program.extras):
        if k not in own:
            total += min(int(extra[k]) * each.lower, int(extra[k]) * each.upper)
    return Shown(total, total + np.maximum(left, 0))


def _most_saved(program: Program, j: int, saved: IntArray, tolls: Sequence[Toll]) -> int:
    """One coordinator's knapsack: the most that is saved within the hours, tolls paid."""
    hours, capacity = program.workload[:, j], int(program.capacity[j])
    worth = np.flatnonzero(program.open[:, j] & (saved > 0) & (hours <= capacity))
    if not tolls and int(hours[worth].sum()) <= capacity:
        return int(saved[worth].sum())
    unit = max(1, int(np.gcd.reduce(hours[worth])))
    most = min(capacity, int(hours[worth].sum())) // unit
    best = np.zeros(most + 1, np.int64)
    for i in worth.tolist():
        size = int(hours[i]) // unit
        best[size:] = np.maximum(best[size:], best[: len(best) - size] + saved[i])
    for overtime, price in tolls:
        steps = np.arange(most + 1) * unit // overtime.step
        best -= price * np.maximum(steps - overtime.free, 0)
    return int(best.max())
