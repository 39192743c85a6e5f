"""What every coordinator would choose at given case prices: a knapsack each, all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.optimizer.core import knapsack
from matcher.optimizer.core.priced import Priced
from matcher.optimizer.program import BoolArray, IntArray

_NARROW = 400
"""Knapsacks are tabled side by side where the widest table is at most so wide; a row of wide ones
with few cases each is sooner done one by one."""


@dataclass(frozen=True)
class Packing:
    """What the coordinators choose at given case prices.

    ``bound`` (scaled) is a lower bound for every plan; ``chosen`` (n × m) may have a case
    several times or never; ``nobody`` (n) are the cases cheapest left unplaced.
    """

    bound: int
    chosen: BoolArray
    nobody: BoolArray


@dataclass(frozen=True)
class _Items:
    """The cases worth having, coordinator by coordinator: ``place`` counts within each."""

    coordinator: IntArray
    case: IntArray
    place: IntArray
    gain: IntArray
    weight: IntArray


def pack(problem: Priced, prices: IntArray) -> Packing:
    """Evaluate the bound at case prices (n, scaled)."""
    reduced = problem.cost - prices[:, None]
    nobody = problem.unplaced < prices
    items = _items(problem, reduced)
    if int(problem.capacity.max(initial=0)) <= _NARROW:
        worth, taken = _side_by_side(items, problem)
    else:
        worth, taken = _one_by_one(items, problem)
    chosen = np.zeros_like(problem.open)
    chosen[items.case[taken], items.coordinator[taken]] = True
    bound = problem.constant + int(prices.sum()) - worth
    return Packing(bound + int((problem.unplaced - prices)[nobody].sum()), chosen, nobody)


def _items(problem: Priced, reduced: IntArray) -> _Items:
    coordinator, case = np.nonzero(((reduced < 0) & problem.open).T)
    first = np.searchsorted(coordinator, coordinator)
    return _Items(
        coordinator=coordinator,
        case=case,
        place=np.arange(len(case)) - first,
        gain=-reduced[case, coordinator],
        weight=problem.workload[case, coordinator],
    )


def _one_by_one(items: _Items, problem: Priced) -> tuple[int, BoolArray]:
    taken = np.zeros(len(items.case), np.bool_)
    worth = 0
    first = np.searchsorted(items.coordinator, np.arange(len(problem.capacity) + 1))
    for j in np.flatnonzero(np.diff(first)).tolist():
        mine = np.arange(first[j], first[j + 1])
        gained, inside = knapsack.best_cases(
            items.gain[mine],
            items.weight[mine],
            int(problem.capacity[j]),
            problem.toll_of(j) if problem.tolls else None,
        )
        worth += gained
        taken[mine[inside]] = True
    return worth, taken


def _side_by_side(items: _Items, problem: Priced) -> tuple[int, BoolArray]:
    """One table with a row a coordinator; those with most items first, so that rows drop out."""
    capacity = problem.capacity
    count = np.bincount(items.coordinator, minlength=len(capacity))
    order = np.argsort(-count, kind="stable")
    row_of = np.empty_like(order)
    row_of[order] = np.arange(len(order))
    steps = int(count.max(initial=0))
    item_at = np.full((steps, len(order)), -1, np.int64)
    item_at[items.place, row_of[items.coordinator]] = np.arange(len(items.case))
    hours = np.arange(int(capacity.max(initial=0)) + 1)
    best = np.zeros((len(order), len(hours)), np.int64)
    improved: list[NDArray[np.bool_]] = []
    for t in range(steps):
        item = item_at[t][item_at[t] >= 0]
        rest = hours - items.weight[item][:, None]
        without = best[: len(item)]
        with_it = np.take_along_axis(without, np.maximum(rest, 0), axis=1)
        with_it += items.gain[item][:, None]
        better = (rest >= 0) & (with_it > without)
        np.copyto(without, with_it, where=better)
        improved.append(better)
    room = capacity[order].copy()
    worth = best[np.arange(len(order)), room]
    for toll in problem.tolls:
        row = row_of[toll.coordinator]
        gained = best[row, : capacity[toll.coordinator] + 1] - problem.toll_of(toll.coordinator)
        room[row] = gained.argmax()
        worth[row] = gained[room[row]]
    taken = np.zeros(len(items.case), np.bool_)
    for t in range(steps - 1, -1, -1):
        row = np.flatnonzero(improved[t][np.arange(len(improved[t])), room[: len(improved[t])]])
        item = item_at[t][row]
        taken[item] = True
        room[row] -= items.weight[item]
    return int(worth.sum()), taken
