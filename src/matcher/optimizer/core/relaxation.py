"""The linear relaxation by column generation: where prices come from.

Most choices are never worth a look: begin with each case's dozen cheapest, price all the others
with numpy, add the worthwhile, repeat. 3,000 cases by 600 coordinators take a second or two.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.linear import FloatArray, LinearModel, Matrix
from matcher.optimizer.core.lp import GrowingLP, Prices
from matcher.optimizer.program import BoolArray, IntArray

_FIRST, _TURN = 12, 7
_ROUNDS = 60
_CLOSE = 1e-6


@dataclass(frozen=True)
class Relaxation:
    """Row prices of the relaxation, the (fractional) values of the model's columns, their cost."""

    prices: FloatArray
    values: FloatArray
    objective: float


def relax(model: LinearModel, *, near: IntArray | None = None) -> Relaxation | None:
    """Solve the relaxation of ``model``; ``None`` where the LP solver fails.

    Every row can be broken at a high price, so it always has a solution; the prices are then
    high too, and a bound from them shows that no plan exists. ``near`` is a known plan (n), whose
    choices are wanted from the start.
    """
    by_column = np.argsort(model.matrix.column, kind="stable")
    entries = model.matrix.only(by_column)
    first_entry = np.searchsorted(entries.column, np.arange(len(model.cost) + 1))
    lp = GrowingLP(model.row_lower, model.row_upper)
    _add_breaches(lp, model)
    breaches = lp.columns
    inside = _first_columns(model)
    if near is not None:
        inside[np.flatnonzero(near[model.case] == model.coordinator)] = True
    order = np.flatnonzero(inside)
    _add(lp, model, entries, first_entry, order)
    answer: Prices | None = None
    for _ in range(_ROUNDS):
        latest = lp.solve()
        if latest is None:
            break
        answer = latest
        reduced = reduced_costs(model, answer.rows)
        worth = np.flatnonzero((reduced < -_CLOSE) & ~inside)
        if not len(worth):
            break
        most = max(2000, len(model.row_lower))
        new = np.sort(worth[np.argsort(reduced[worth], kind="stable")[:most]])
        inside[new] = True
        _add(lp, model, entries, first_entry, new)
        order = np.concatenate([order, new])
    if answer is None:
        return None
    values = np.zeros(len(model.cost))
    known = answer.columns[breaches:]
    values[order[: len(known)]] = known
    return Relaxation(answer.rows, values, float(model.cost @ values))


def reduced_costs(model: LinearModel, prices: FloatArray) -> FloatArray:
    """What each column costs beyond what its rows pay for it."""
    paid = np.bincount(
        model.matrix.column,
        weights=model.matrix.coefficient * prices[model.matrix.row],
        minlength=len(model.cost),
    )
    return model.cost - paid


def _first_columns(model: LinearModel) -> BoolArray:
    """Each case's dozen cheapest choices, and all extras.

    Where many cost the same, each case begins with others: a dozen that all cases have in common
    is far too little for them, and prices that begin so are long astray.
    """
    count = len(model.case)
    turned = (model.coordinator - _TURN * model.case) % (int(model.coordinator.max(initial=0)) + 1)
    order = np.lexsort((turned, model.cost[:count], model.case))
    starts = np.searchsorted(model.case[order], model.case[order])
    inside = np.ones(len(model.cost), dtype=np.bool_)
    inside[order] = np.arange(count) - starts < _FIRST
    return inside


def _add_breaches(lp: GrowingLP, model: LinearModel) -> None:
    """A way to fall short of, or to exceed, each row that asks for something."""
    short = np.flatnonzero(np.isfinite(model.row_lower))
    over = np.flatnonzero(np.isfinite(model.row_upper) & (model.row_lower > -np.inf))
    over = np.union1d(over, np.flatnonzero(np.isfinite(model.row_upper) & (model.row_upper < 0)))
    with_extras = np.unique(model.matrix.row[model.matrix.column >= len(model.case)])
    over = np.union1d(over, with_extras[np.isfinite(model.row_upper[with_extras])])
    rows = np.concatenate([short, over])
    sign = np.concatenate([np.ones(len(short)), -np.ones(len(over))])
    price = 10.0 * _largest_stake(model)
    lp.add_columns(np.full(len(rows), price), Matrix(rows, np.arange(len(rows)), sign))


def _largest_stake(model: LinearModel) -> float:
    """The most that one choice costs: itself, or by the extras it may bring with it."""
    matrix, count = model.matrix, len(model.case)
    of_extra = matrix.column >= count
    brings = np.zeros(len(model.row_lower))
    np.maximum.at(brings, matrix.row[of_extra], np.abs(model.cost[matrix.column[of_extra]]))
    brought = np.abs(matrix.coefficient[~of_extra]) * brings[matrix.row[~of_extra]]
    return max(1.0, float(np.abs(model.cost).max(initial=0.0)), float(brought.max(initial=0.0)))


def _add(
    lp: GrowingLP,
    model: LinearModel,
    entries: Matrix,
    first_entry: IntArray,
    columns: IntArray,
) -> None:
    counts = first_entry[columns + 1] - first_entry[columns]
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    at = np.repeat(first_entry[columns], counts) + within
    place = np.repeat(np.arange(len(columns)), counts)
    matrix = Matrix(entries.row[at], place, entries.coefficient[at])
    upper = np.where(columns < len(model.case), np.inf, model.upper[columns])
    lp.add_columns(model.cost[columns], matrix, lower=model.lower[columns], upper=upper)
