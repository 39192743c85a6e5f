"""What every coordinator would choose at given case prices: a knapsack each, all at once."""

from __future__ import annotations

from collections.abc import Iterator
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
    """The cases worth having, coordinator by coordinator."""

    coordinator: IntArray
    case: IntArray
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
    return _Items(
        coordinator=coordinator,
        case=case,
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
    """One table with a row a coordinator. Cases of the same hours are looked at together, the
    best of each row first: then a step moves whole rows by so many hours.
    """
    everybody = np.arange(len(problem.capacity))
    hours = int(problem.capacity.max(initial=0))
    best = np.zeros((len(everybody), hours + 1), np.int64)
    steps = [*_steps(items, problem.capacity)]
    improved: list[NDArray[np.bool_]] = []
    for item in steps:
        row, weight = items.coordinator[item], int(items.weight[item[0]])
        table = best[row]
        with_it = table[:, : hours + 1 - weight] + items.gain[item][:, None]
        without = table[:, weight:]
        improved.append(with_it > without)
        np.maximum(with_it, without, out=without)
        best[row] = table
    room = problem.capacity.copy()
    worth = best[everybody, room]
    for toll in problem.tolls:
        j = toll.coordinator
        gained = best[j, : problem.capacity[j] + 1] - problem.toll_of(j)
        room[j] = gained.argmax()
        worth[j] = gained[room[j]]
    taken = np.zeros(len(items.case), np.bool_)
    for item, better in zip(reversed(steps), reversed(improved), strict=True):
        row, weight = items.coordinator[item], int(items.weight[item[0]])
        left = room[row] - weight
        inside = (left >= 0) & better[np.arange(len(row)), np.maximum(left, 0)]
        taken[item[inside]] = True
        room[row[inside]] -= weight
    return int(worth.sum()), taken


def _steps(items: _Items, capacity: IntArray) -> Iterator[IntArray]:
    """Items that can matter, at most one a coordinator and all of the same hours at a time.

    Of a coordinator's cases with the same hours only the best count, as many as fit.
    """
    order = np.lexsort((-items.gain, items.weight, items.coordinator))
    row, weight = items.coordinator[order], items.weight[order]
    is_first = np.append(True, (np.diff(row) != 0) | (np.diff(weight) != 0))[: len(order)]
    place = np.arange(len(order))
    rank = place - np.maximum.accumulate(np.where(is_first, place, 0))
    can_matter = (rank + 1) * weight <= capacity[row]
    order, rank, weight = order[can_matter], rank[can_matter], weight[can_matter]
    together = np.lexsort((rank, weight))
    changes = (np.diff(weight[together]) != 0) | (np.diff(rank[together]) != 0)
    for group in np.split(order[together], 1 + np.flatnonzero(changes)):
        if len(group):
            yield group
