"""A good plan from the plain relaxation: settle what it is surest of, relax the rest anew, repeat.

The relaxation splits few cases, one or so a coordinator, but to round all of those at once can go
badly wrong: each takes hours that another counted on. Settled a part at a time, the rest gives way.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.linear import LinearModel, linear_model
from matcher.optimizer.core.relaxation import Relaxation, relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program

_SURE = 0.99
_AT_ONCE = 0.25
_LEAST = 1e-6
_DEPTH = 25


def dive_by_pairs(
    program: Program, model: LinearModel, relaxation: Relaxation, watch: Watch
) -> IntArray:
    """A plan (n) within everybody's hours; cases that fit nowhere are ``UNPLACED``."""
    settled = np.zeros(program.shape[0], np.bool_)
    plan = np.full(program.shape[0], UNPLACED, np.int64)
    found: Relaxation | None = relaxation
    for _ in range(_DEPTH):
        if found is None or watch.is_over():
            break
        if not _settle(program, model, found, plan, settled) or settled.all():
            break
        model = linear_model(_beside(program, plan, settled))
        found = relax(model)
    return plan


def _settle(
    program: Program, model: LinearModel, found: Relaxation, plan: IntArray, settled: BoolArray
) -> bool:
    """Settle all that the relaxation is sure of, and some more: the largest parts. Whether any."""
    n = program.shape[0]
    count = len(model.case)
    amount, choice = np.zeros(n), np.full(n, UNPLACED, np.int64)
    order = np.argsort(found.values[:count], kind="stable")
    amount[model.case[order]] = found.values[order]
    choice[model.case[order]] = model.coordinator[order]
    left = np.flatnonzero(~settled)
    left = left[np.argsort(-amount[left], kind="stable")]
    sure = int((amount[left] > _SURE).sum())
    some = sure + max(1, round(_AT_ONCE * (len(left) - sure)))
    room = _room(program, plan)
    for i in left[:some].tolist():
        j = int(choice[i])
        if amount[i] <= _LEAST:
            break
        if j == UNPLACED:
            settled[i] = True
        elif program.workload[i, j] <= room[j]:
            plan[i], settled[i] = j, True
            room[j] -= program.workload[i, j]
    return bool(settled[left].any())


def _room(program: Program, plan: IntArray) -> IntArray:
    room = program.capacity.copy()
    placed = np.flatnonzero(plan != UNPLACED)
    np.subtract.at(room, plan[placed], program.workload[placed, plan[placed]])
    return room


def _beside(program: Program, plan: IntArray, settled: BoolArray) -> Program:
    """The same program, with only what is settled open for those who are."""
    room = _room(program, plan)
    is_open = program.open & ~settled[:, None] & (program.workload <= room)
    placed = np.flatnonzero(plan != UNPLACED)
    is_open[placed, plan[placed]] = True
    left_out = settled & (plan == UNPLACED)
    may = np.where(settled, left_out, program.may_stay_unplaced | ~is_open.any(axis=1))
    return replace(program, open=is_open, may_stay_unplaced=may)
