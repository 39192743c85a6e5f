"""A first plan: what the relaxation is sure of, and the rest one by one where it costs least."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core.linear import FloatArray, LinearModel
from matcher.optimizer.program import UNPLACED, IntArray, Program

_SURE = 1 - 1e-6


def rounded(
    program: Program, model: LinearModel, values: FloatArray, reduced: IntArray
) -> IntArray:
    """A plan (n) within everybody's hours; cases that fit nowhere stay unplaced.

    ``reduced`` (n × m) is what a pair costs beyond its prices.
    """
    n, m = program.shape
    plan = np.full(n, UNPLACED, dtype=np.int64)
    sure = np.flatnonzero(values[: len(model.case)] > _SURE)
    plan[model.case[sure]] = model.coordinator[sure]
    settled = np.zeros(n, dtype=np.bool_)
    settled[model.case[sure]] = True
    room = program.capacity.copy()
    placed = np.flatnonzero(plan != UNPLACED)
    np.subtract.at(room, plan[placed], program.workload[placed, plan[placed]])
    for j in np.flatnonzero(room < 0).tolist():  # the LP's small tolerance, or row breaches
        mine = np.flatnonzero(plan == j)
        plan[mine], settled[mine], room[j] = UNPLACED, False, program.capacity[j]
    waiting = np.flatnonzero(~settled)
    heaviest = np.where(program.open[waiting], program.workload[waiting], 0).max(axis=1, initial=0)
    far = np.iinfo(np.int64).max
    for case in waiting[np.argsort(-heaviest, kind="stable")].tolist():
        fits = program.open[case] & (program.workload[case] <= room)
        if m and fits.any():
            j = int(np.argmin(np.where(fits, reduced[case], far)))
            plan[case] = j
            room[j] -= program.workload[case, j]
    return plan
