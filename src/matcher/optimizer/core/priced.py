"""The program with its own rows replaced by prices: a plain assignment problem in whole numbers.

Lagrange's idea: a requirement may be dropped when breaking it costs its price; the cheapest plan
of the easier problem then bounds every plan of the harder one. Prices come from a linear
relaxation in floating point; here they are rounded to whole numbers first and everything after
is exact, so a bound is a proof whatever the rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.program import BoolArray, IntArray, Program, Row

NEVER = 1 << 60
"""Stands for *no plan does this*; far above any real value, far below overflow."""

_ROOM = 1 << 52


@dataclass(frozen=True)
class Toll:
    """A coordinator pays ``price`` (scaled) for each step beyond ``free``; ``steps`` an hour."""

    coordinator: int
    free: int
    steps: int
    price: int


@dataclass(frozen=True)
class Priced:
    """A relaxation of a program, in units of 1 / ``scale`` of its objective.

    Every plan of the program costs at least ``constant`` plus ``cost`` (n × m) of its pairs plus
    ``unplaced`` (n; ``NEVER`` where a case must be placed) of its unplaced cases, over ``scale``.
    Workloads and capacities are in the largest unit that divides a coordinator's workloads;
    ``tolls`` is what coordinators' hours cost by themselves.
    """

    scale: int
    constant: int
    cost: IntArray
    unplaced: IntArray
    open: BoolArray
    workload: IntArray
    capacity: IntArray
    tolls: tuple[Toll, ...] = ()

    def toll_of(self, j: int) -> IntArray:
        """What j's hours cost by themselves, for 0 to ``capacity[j]`` of them; never falling."""
        hours = np.arange(int(self.capacity[j]) + 1)
        cost = np.zeros(len(hours), np.int64)
        for toll in self._tolls_by_coordinator.get(j, ()):
            cost += toll.price * np.maximum(hours * toll.steps - toll.free, 0)
        return cost

    @cached_property
    def _tolls_by_coordinator(self) -> dict[int, list[Toll]]:
        found: dict[int, list[Toll]] = {}
        for toll in self.tolls:
            found.setdefault(toll.coordinator, []).append(toll)
        return found

    def whole(self, scaled: int) -> int:
        """The least whole objective value that is at least ``scaled``."""
        return -(-int(scaled) // self.scale)


def priced(program: Program, row_prices: FloatArray) -> Priced:
    """Relax the rows of ``program`` at these prices (one a row; zero for plain programs).

    Rows that count one coordinator's overtime aren't relaxed: they become tolls.
    """
    objective, overtimes = program.objective, program.overtimes
    scale = _scale(program)
    cost, unplaced = objective.pair * scale, objective.unplaced * scale
    extra, constant = objective.extra * scale, 0
    kept = {overtime.row for overtime in overtimes}
    for r, (row, price) in enumerate(zip(program.rows, row_prices, strict=True)):
        whole_price = 0 if r in kept else _allowed(row, round(float(price) * scale))
        if whole_price:
            constant += whole_price * _side(row, whole_price)
            _charge(row, whole_price, cost, unplaced, extra)
    tolled = {overtime.extra for overtime in overtimes}
    for k, variable in enumerate(program.extras):
        if k not in tolled:
            constant += int(extra[k]) * (variable.lower if extra[k] >= 0 else variable.upper)
    is_open = program.open & (program.workload <= program.capacity[None, :])
    unit = np.maximum(np.gcd.reduce(np.where(is_open, program.workload, 0), axis=0), 1)
    workload = np.where(is_open, program.workload // unit, 0)
    return Priced(
        scale=scale,
        constant=constant,
        cost=cost,
        unplaced=np.where(program.may_stay_unplaced, unplaced, NEVER),
        open=is_open,
        workload=workload,
        capacity=np.minimum(program.capacity // unit, workload.sum(axis=0)),
        tolls=tuple(
            Toll(o.coordinator, o.free, int(unit[o.coordinator]) // o.step, int(extra[o.extra]))
            for o in overtimes
        ),
    )


def _scale(program: Program) -> int:
    """As fine as exact arithmetic allows: sums of all costs stay far below 2**60."""
    objective = program.objective
    parts = (objective.pair, objective.unplaced, objective.extra)
    largest = max((int(np.abs(part).max()) for part in parts if part.size), default=0)
    total = (largest + 1) * (program.shape[0] + len(program.extras) + 1)
    return int(min(4096, max(1, 2 ** int(np.log2(_ROOM / total)))))


def _allowed(row: Row, price: int) -> int:
    """A price may only reward what the row asks for, and must not overflow."""
    largest = max(
        (int(np.abs(part).max()) for part in (row.coefficient, row.extra_coefficient) if len(part)),
        default=0,
    )
    side = row.lower if price > 0 else row.upper
    if side is None or abs(price) * max(largest, abs(side)) >= _ROOM:
        return 0
    return price


def _side(row: Row, price: int) -> int:
    side = row.lower if price > 0 else row.upper
    assert side is not None
    return side


def _charge(row: Row, price: int, cost: IntArray, unplaced: IntArray, extra: IntArray) -> None:
    placed = row.coordinator >= 0
    pairs = (row.case[placed], row.coordinator[placed])
    np.subtract.at(cost, pairs, price * row.coefficient[placed])
    np.subtract.at(unplaced, row.case[~placed], price * row.coefficient[~placed])
    np.subtract.at(extra, row.extra, price * row.extra_coefficient)
