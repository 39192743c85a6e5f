"""A good plan from the loads: settle what the mix is surest of, let the rest grow anew, repeat.

A dive through the tree of a branch-and-price search (Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa
2019), pair by pair: a pair that is settled stays, and the loads around it are chosen again. Where
hours are tight this finds plans that rounding doesn't come near.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.generation import Grown
from matcher.optimizer.core.growing import OPEN, GrowingLoads
from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.core.lp import Prices
from matcher.optimizer.core.packing import pack
from matcher.optimizer.core.priced import Priced, priced
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, IntArray, Program

_SURE = 0.99
_GROWTHS = 4
_LEAST = 1e-6


def dive(program: Program, grown: Grown, watch: Watch, at_once: float = 0.05) -> IntArray:
    """A plan (n) within everybody's hours; cases that fit nowhere are ``UNPLACED``.

    Rows of the program's own are kept as far as their prices help. ``at_once`` is the share of
    the cases left that is settled before prices are looked at again: a hasty dive and a careful
    one end in different plans.
    """
    loads = grown.loads
    settled = np.full(program.shape[0], OPEN, np.int64)
    while (settled == OPEN).any() and not watch.is_over():
        loads.keep(settled)
        mix = _regrown(program, loads, settled)
        if mix is None or not _settle(program, loads.amounts(mix), settled, at_once):
            break
    return np.where(settled == OPEN, UNPLACED, settled)


def _regrown(program: Program, loads: GrowingLoads, settled: IntArray) -> Prices | None:
    """The best mix beside what is settled, after a few rounds of growth at its own prices.

    To begin with the middle of all mixes that are best: what is sure there, is so in each of them.
    """
    n, m = program.shape
    kept = settled >= 0
    if not kept.any():
        return loads.middle()
    mix = loads.solve(after_shutting=True)
    for _ in range(_GROWTHS):
        if mix is None:
            break
        problem = _beside(priced(program, mix.rows[n + m :]), program, settled)
        prices = np.rint(mix.rows[:n] * problem.scale).astype(np.int64)
        chosen = pack(problem, prices).chosen
        chosen[kept, settled[kept]] = True
        if not loads.add(chosen):
            break
        mix = loads.solve()
    return mix


def _beside(problem: Priced, program: Program, settled: IntArray) -> Priced:
    """What is left to choose: the open cases, and the hours that the settled ones leave."""
    kept = np.flatnonzero(settled >= 0)
    taken = np.zeros(program.shape[1], np.int64)
    np.add.at(taken, settled[kept], problem.workload[kept, settled[kept]])
    capacity = problem.capacity - taken
    is_open = problem.open & (settled == OPEN)[:, None] & (problem.workload <= capacity)
    tolls = tuple(
        replace(toll, free=toll.free - int(taken[toll.coordinator]) * toll.steps)
        for toll in problem.tolls
    )
    return replace(problem, open=is_open, capacity=capacity, tolls=tolls)


def _settle(program: Program, amounts: FloatArray, settled: IntArray, at_once: float) -> bool:
    """Settle all cases the mix is sure of, and at least some; whether there were any."""
    amounts[settled != OPEN] = 0.0
    largest, choice = amounts.max(axis=1), amounts.argmax(axis=1)
    order = np.argsort(-largest, kind="stable")
    few = max(1, int((settled == OPEN).sum() * at_once))
    count = max(few, int((largest > _SURE).sum()))
    room = program.capacity.copy()
    kept = np.flatnonzero(settled >= 0)
    np.subtract.at(room, settled[kept], program.workload[kept, settled[kept]])
    found = False
    for i in order[:count].tolist():
        j = int(choice[i])
        if largest[i] <= _LEAST:
            break
        if j == program.shape[1]:
            settled[i], found = UNPLACED, True
        elif program.workload[i, j] <= room[j]:
            settled[i], found = j, True
            room[j] -= program.workload[i, j]
    return found
