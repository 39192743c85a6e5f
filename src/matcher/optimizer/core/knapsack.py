"""One coordinator's hours as a knapsack: which cases would be worth most within them."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.program import BoolArray, IntArray


def best_worth(worth: IntArray, weight: IntArray, capacity: int) -> IntArray:
    """The largest total worth for every capacity 0..``capacity``."""
    best = np.zeros(capacity + 1, dtype=np.int64)
    for gain, hours in zip(worth.tolist(), weight.tolist(), strict=True):
        if hours <= capacity:
            best[hours:] = np.maximum(best[hours:], best[: capacity + 1 - hours] + gain)
    return best


def best_cases(worth: IntArray, weight: IntArray, capacity: int) -> tuple[int, BoolArray]:
    """The largest total worth within ``capacity``, and which items make it.

    Worths are positive. Only the *core* needs the table: an item whose other fate can't beat
    the greedy filling, by the linear bound, keeps its place (Balas and Zemel 1980).
    """
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
    table_worth, taken = _tabled(worth[core], weight[core], capacity - int(weight[settled].sum()))
    found = int(worth[settled].sum()) + table_worth
    if found <= least:
        return least, filled
    settled[core[taken]] = True
    return found, settled


def _tabled(worth: IntArray, weight: IntArray, capacity: int) -> tuple[int, BoolArray]:
    best = np.zeros(capacity + 1, dtype=np.int64)
    taken = np.zeros((len(worth), capacity + 1), dtype=np.bool_)
    for t, (gain, hours) in enumerate(zip(worth.tolist(), weight.tolist(), strict=True)):
        if hours <= capacity:
            with_it = best[: capacity + 1 - hours] + gain
            np.greater(with_it, best[hours:], out=taken[t, hours:])
            best[hours:] = np.maximum(best[hours:], with_it)
    chosen = np.zeros(len(worth), dtype=np.bool_)
    room = capacity
    for t in range(len(worth) - 1, -1, -1):
        if taken[t, room]:
            chosen[t] = True
            room -= int(weight[t])
    return int(best[capacity]), chosen


def without_each(
    worth: IntArray, weight: IntArray, capacity: int
) -> tuple[IntArray, IntArray, IntArray]:
    """Best worths for every capacity, and at the full one without, and around, each item.

    Item t is left out in the second, and in the third it is left out and its hours are taken:
    forward tables up to t meet backward tables from t + 1.
    """
    count = len(worth)
    forward = np.zeros((count + 1, capacity + 1), dtype=np.int64)
    backward = np.zeros((count + 1, capacity + 1), dtype=np.int64)
    for t in range(count):
        _extend(forward[t], forward[t + 1], int(worth[t]), int(weight[t]))
    for t in range(count - 1, -1, -1):
        _extend(backward[t + 1], backward[t], int(worth[t]), int(weight[t]))
    without = np.zeros(count, dtype=np.int64)
    around = np.zeros(count, dtype=np.int64)
    for t in range(count):
        room = capacity - int(weight[t])
        without[t] = (forward[t] + backward[t + 1][::-1]).max()
        around[t] = (forward[t][: room + 1] + backward[t + 1][: room + 1][::-1]).max()
    return forward[count], without, around


def _extend(best: IntArray, longer: IntArray, gain: int, hours: int) -> None:
    longer[:] = best
    longer[hours:] = np.maximum(best[hours:], best[: len(best) - hours] + gain)
