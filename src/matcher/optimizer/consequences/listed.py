"""The loads that a good enough plan can have, and the best way to put them together.

At good prices nearly every load costs too much for a plan within reach of the bound; those that
are left are few, and CP-SAT settles which of them make a plan, or that none do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matcher.optimizer.consequences.columns import LOAD, NOBODY, Column, Rows
from matcher.optimizer.consequences.packing import CLOSED, Packing
from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.consequences.prices import SCALE, Bargain
from matcher.optimizer.core.sat import SatModel
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
    model = SatModel()
    columns = [*rows.first_columns(), *(rows.load(j, cases) for j, cases in loads if cases)]
    columns = [column for column in columns if _may(column, pair)]
    chosen = [model.variable(0, _most(column)) for column in columns]
    sums: dict[int, list[tuple[int, int]]] = {}
    for column, variable in zip(columns, chosen, strict=True):
        for row, value in column.entries.items():
            sums.setdefault(row, []).append((value, variable))
    once = sum(rows.stakes.problem.shape)
    upper = [*rows.limits[1][: rows.tier], *most[: tier + 1].tolist()]
    for row, limit in enumerate(upper):
        model.row(sums.get(row, []), lower=1 if row < once else None, upper=int(limit))
    model.minimize(sums.get(rows.tier + tier, []))
    found = model.solved(work)
    if found.values is None:
        return Found(None, is_settled=found.is_infeasible)
    plan = np.full(rows.stakes.problem.shape[0], UNPLACED, np.int64)
    for column, variable in zip(columns, chosen, strict=True):
        if column.kind == LOAD and found.values[variable]:
            plan[list(column.cases)] = column.of
    return Found(plan, is_settled=found.is_over)


def _may(column: Column, pair: Pair) -> bool:
    i, j = pair
    if column.kind == NOBODY:
        return column.upper > 0 and column.of != i
    return column.kind != LOAD or (column.of == j) == (i in column.cases)


def _most(column: Column) -> int:
    return 1 if column.kind in (NOBODY, LOAD) else int(min(column.upper, 1 << 30))
