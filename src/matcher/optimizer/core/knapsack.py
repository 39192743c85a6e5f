"""One coordinator's hours as a knapsack: which cases would be worth most within them."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.program import BoolArray, IntArray


def best_cases(
    worth: IntArray, weight: IntArray, capacity: int, toll: IntArray | None = None
) -> tuple[int, BoolArray]:
    """The largest total worth within ``capacity``, less the toll on the hours used; which make it.

    Worths are positive. Only the *core* needs the table: an item whose other fate can't beat
    the greedy filling, by the linear bound, keeps its place (Balas and Zemel 1980).
    """
    if toll is not None:
        return _tabled(worth, weight, capacity, toll)
    if int(weight.sum()) <= capacity:
        return int(worth.sum()), np.ones(len(worth), dtype=np.bool_)
    order = np.argsort(-worth / np.maximum(weight, 0.5), kind="stable")
    total = np.cumsum(weight[order])
    fits = int(np.searchsorted(total, capacity, side="right"))
    greedy = np.zeros(len(worth), dtype=np.bool_)
    greedy[order[:fits]] = True
    room = capacity - int(total[fits - 1]) if fits else capacity
    density = worth[order[fits]] / max(float(weight[order[fits]]), 0.5)
    relaxed = float(worth[order[:fits]].sum()) + density * room
    filled = greedy.copy()
    for t in order[fits:].tolist():
        if weight[t] <= room:
            filled[t] = True
            room -= int(weight[t])
    least = int(worth[filled].sum())
    core = np.flatnonzero(relaxed - np.abs(worth - weight * density) >= least + 1 - 1e-6 * relaxed)
    settled = greedy.copy()
    settled[core] = False
    left = capacity - int(weight[settled].sum())
    table_worth, taken = _tabled(worth[core], weight[core], left, np.zeros(left + 1, np.int64))
    found = int(worth[settled].sum()) + table_worth
    if found <= least:
        return least, filled
    settled[core[taken]] = True
    return found, settled


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
