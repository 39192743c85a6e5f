"""One coordinator's hours as a knapsack: which cases would be worth most within them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.program import BoolArray, IntArray

_IN_VAIN = 60


@dataclass(frozen=True)
class Hourly:
    """At a ``price`` an hour, no choice of cases is worth more than ``bound``.

    With item t in spite of ``beyond[t]`` < 0, or without it in spite of ``beyond[t]`` > 0, no
    choice is worth more than the bound less that much. Whole numbers: it is a proof.
    """

    price: int
    bound: int
    beyond: IntArray


def by_the_hour(worth: IntArray, weight: IntArray, toll: IntArray) -> Hourly:
    """The knapsack's linear bound, from the hours' price at which they are just filled."""
    density = worth / np.maximum(weight, 0.5)
    order = np.argsort(-density, kind="stable")
    used = np.cumsum(weight[order])
    rises = np.append(np.diff(toll), np.iinfo(np.int64).max // 4)
    before = np.minimum(used - weight[order], len(toll) - 1)
    over = np.flatnonzero((used >= len(toll)) | (density[order] <= rises[before]))
    near = [*order[max(over[0] - 1, 0) : over[0] + 1]] if len(over) else []
    prices = {0, *(round(float(density[t])) for t in near)}
    if len(over):
        prices.add(int(min(rises[before[over[0]]], max(density.max(), 0))))
    hours = np.arange(len(toll))

    def bound_at(price: int) -> int:
        best: int = np.maximum(worth - price * weight, 0).sum() + (price * hours - toll).max()
        return int(best)

    price = min(sorted(prices), key=bound_at)
    return Hourly(price, bound_at(price), worth - price * weight)


def best_cases(
    worth: IntArray, weight: IntArray, capacity: int, toll: IntArray | None = None
) -> tuple[int, BoolArray]:
    """The largest total worth within ``capacity``, less the toll on the hours used; which make it.

    Worths are positive. Only the *core* needs the table: an item whose other fate can't beat
    the greedy filling, by the linear bound, keeps its place (Balas and Zemel 1980).
    """
    if toll is None and int(weight.sum()) <= capacity:
        return int(worth.sum()), np.ones(len(worth), dtype=np.bool_)
    toll = np.zeros(capacity + 1, np.int64) if toll is None else toll
    hourly = by_the_hour(worth, weight, toll)
    least, filled = _greedily(worth, weight, toll)
    is_core = hourly.bound - np.abs(hourly.beyond) > least
    settled = (hourly.beyond > 0) & ~is_core
    left = capacity - int(weight[settled].sum())
    if left < 0:
        return least, filled
    core = np.flatnonzero(is_core)
    core = core[best_of_each_weight(worth[core], weight[core], left)]
    found, taken = _tabled(worth[core], weight[core], left, toll[capacity - left :])
    found += int(worth[settled].sum())
    if found <= least:
        return least, filled
    settled[core[taken]] = True
    return found, settled


def best_of_each_weight(
    worth: IntArray, weight: IntArray, capacity: int, *, besides: int = 0
) -> BoolArray:
    """Of cases with the same hours only those worth most can matter: as many as fit.

    ``besides`` so many more for each, where it is asked what to do without one.
    """
    order = np.lexsort((-worth, weight))
    ordered = weight[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    kept = np.ones(len(worth), dtype=np.bool_)
    kept[order] = (rank - besides) * ordered < capacity - ordered + 1
    return kept


def _greedily(worth: IntArray, weight: IntArray, toll: IntArray) -> tuple[int, BoolArray]:
    """Those worth most an hour first, as long as they fit and are worth what their hours cost."""
    order = np.argsort(-worth / np.maximum(weight, 0.5), kind="stable")
    filled = np.zeros(len(worth), dtype=np.bool_)
    used = 0
    in_vain = 0
    for t, gain, hours in zip(
        order.tolist(), worth[order].tolist(), weight[order].tolist(), strict=True
    ):
        if used + hours < len(toll) and gain > toll[used + hours] - toll[used]:
            filled[t], used, in_vain = True, used + hours, 0
        elif (in_vain := in_vain + 1) > _IN_VAIN:
            break
    return int(worth[filled].sum() - toll[used]), filled


def _tabled(
    worth: IntArray, weight: IntArray, capacity: int, toll: IntArray
) -> tuple[int, BoolArray]:
    best = np.zeros(capacity + 1, dtype=np.int64)
    taken = np.zeros((len(worth), capacity + 1), dtype=np.bool_)
    for t, (gain, hours) in enumerate(zip(worth.tolist(), weight.tolist(), strict=True)):
        if hours <= capacity:
            with_it = best[: capacity + 1 - hours] + gain
            np.greater(with_it, best[hours:], out=taken[t, hours:])
            best[hours:] = np.maximum(best[hours:], with_it)
    chosen = np.zeros(len(worth), dtype=np.bool_)
    used = int((best - toll).argmax())
    room = used
    for t in range(len(worth) - 1, -1, -1):
        if taken[t, room]:
            chosen[t] = True
            room -= int(weight[t])
    return int(best[used] - toll[used]), chosen


def without_each(
    worth: IntArray, weight: IntArray, toll: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """The best total worth less the toll: when so many hours are taken already; and item by item.

    ``toll`` is for 0 to all hours. Item t is left out in the second, and in the third it is left
    out and its hours are taken: tables of what came before t meet tables of what can follow.
    """
    count, hours = len(worth), len(toll)
    before = np.zeros((count + 1, hours), dtype=np.int64)
    after = np.zeros((count + 1, hours), dtype=np.int64)
    after[count] = -toll
    for t in range(count):
        taken = int(weight[t])
        before[t + 1] = before[t]
        before[t + 1, taken:] = np.maximum(before[t, taken:], before[t, : hours - taken] + worth[t])
    for t in range(count - 1, -1, -1):
        taken = int(weight[t])
        after[t] = after[t + 1]
        after[t, : hours - taken] = np.maximum(
            after[t + 1, : hours - taken], after[t + 1, taken:] + worth[t]
        )
    without = np.zeros(count, dtype=np.int64)
    around = np.zeros(count, dtype=np.int64)
    for t in range(count):
        room = hours - int(weight[t])
        without[t] = (before[t] + after[t + 1]).max()
        around[t] = (before[t, :room] + after[t + 1, hours - room :]).max()
    return after[0], without, around
