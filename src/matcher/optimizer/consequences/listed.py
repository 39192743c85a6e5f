"""The loads that a good enough plan can have, and the best way to put them together.

At good prices nearly every load costs too much for a plan within reach of the bound; those that
are left are few, and CP-SAT settles which of them make a plan, or that none do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from matcher.optimizer.consequences.columns import LOAD, NOBODY, Column, Rows
from matcher.optimizer.consequences.packing import CLOSED, Packing
from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.consequences.prices import SCALE, Bargain
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray

Load = tuple[int, tuple[int, ...]]
_WIDE = 2_000
"""So many loads are looked at while they are listed."""


@dataclass(frozen=True)
class Found:
    """``plan`` (n) is the best there is of these loads, or ``None`` where there is none.

    ``is_settled`` is false where the work allowed didn't reach to know.
    """

    plan: IntArray | None
    is_settled: bool


def loads_within(
    bargains: dict[int, Bargain], tier: int, most: IntArray, kept: BoolArray
) -> list[Load] | None:
    """The loads of plans of ``kept`` pairs whose tiers are at most ``most`` (T), up to ``tier``.

    ``None`` where they are too many.
    """
    first = bargains[tier]
    packing = first.packing
    closed = Packing(
        packing.shelf, np.where(kept, packing.cost, CLOSED), packing.family, packing.above
    )
    loads = closed.within(packing.least + _slack(first, most), _WIDE)
    for t, bargain in bargains.items():
        if loads is not None and t < tier:
            allowed = bargain.packing.least + _slack(bargain, most)
            loads = [
                (j, cases) for j, cases in loads if bargain.packing.price(j, cases) <= allowed[j]
            ]
    return loads


def _slack(bargain: Bargain, most: IntArray) -> int:
    """What a plan may cost beyond the cheapest loads (scaled)."""
    tier = bargain.prices.tier
    return int(most[tier]) * SCALE + int(bargain.prices.held @ most) - bargain.bound


def put_together(
    rows: Rows, loads: Iterable[Load], pair: Pair, tier: int, most: IntArray, work: float
) -> Found:
    """The plan of these loads that has the pair, least in ``tier``, all at most ``most`` (T).

    Only ``tier`` and those above it are held. ``work`` is CP-SAT's deterministic time.
    """
    model = cp_model.CpModel()
    columns = [*rows.first_columns(), *(rows.load(j, cases) for j, cases in loads if cases)]
    columns = [column for column in columns if _may(column, pair)]
    chosen = [_variable(model, column) for column in columns]
    sums: dict[int, list[cp_model.LinearExprT]] = {}
    for column, variable in zip(columns, chosen, strict=True):
        for row, value in column.entries.items():
            sums.setdefault(row, []).append(value * variable)
    once = sum(rows.stakes.problem.shape)
    upper = [*rows.limits[1][: rows.tier], *most[: tier + 1].tolist()]
    for row, limit in enumerate(upper):
        if row < once:
            model.add(sum(sums.get(row, [])) == 1)
        else:
            model.add(sum(sums.get(row, [])) <= int(limit))
    model.minimize(sum(sums.get(rows.tier + tier, [])))
    return _found(model, columns, chosen, rows.stakes.problem.shape[0], work)


def _may(column: Column, pair: Pair) -> bool:
    i, j = pair
    if column.kind == NOBODY:
        return column.upper > 0 and column.of != i
    return column.kind != LOAD or (column.of == j) == (i in column.cases)


def _variable(model: cp_model.CpModel, column: Column) -> cp_model.IntVar:
    if column.kind in (NOBODY, LOAD):
        return model.new_bool_var("")
    return model.new_int_var(0, int(min(column.upper, 1 << 30)), "")


def _found(
    model: cp_model.CpModel,
    columns: list[Column],
    chosen: list[cp_model.IntVar],
    n: int,
    work: float,
) -> Found:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = work
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, is_settled=status == cp_model.INFEASIBLE)
    plan = np.full(n, UNPLACED, np.int64)
    for column, variable in zip(columns, chosen, strict=True):
        if column.kind == LOAD and solver.boolean_value(variable):
            plan[list(column.cases)] = column.of
    return Found(plan, is_settled=status == cp_model.OPTIMAL)
