"""What a plan is worth, and whether it keeps every requirement: plain numpy, no solver."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.program import UNPLACED, IntArray, Program, Row

TOLERANCE = 1e-6


def keeps(program: Program, plan: IntArray, extras: FloatArray) -> bool:
    """Whether ``plan`` with these extras keeps every requirement of ``program``."""
    return places_rightly(program, plan) and _keeps_rows(program, plan, extras)


def places_rightly(program: Program, plan: IntArray) -> bool:
    """Whether every case has an open choice and no coordinator more hours than agreed."""
    n, m = program.shape
    if plan.shape != (n,) or bool(((plan < UNPLACED) | (plan >= m)).any()):
        return False
    placed = np.flatnonzero(plan != UNPLACED)
    if not program.open[placed, plan[placed]].all():
        return False
    if not program.may_stay_unplaced[plan == UNPLACED].all():
        return False
    return bool((load(program, plan) <= program.capacity).all())


def load(program: Program, plan: IntArray) -> IntArray:
    """What each coordinator's cases weigh."""
    hours = np.zeros(program.shape[1], dtype=np.int64)
    placed = np.flatnonzero(plan != UNPLACED)
    np.add.at(hours, plan[placed], program.workload[placed, plan[placed]])
    return hours


def value(program: Program, plan: IntArray, extras: FloatArray) -> int:
    """The objective of a plan, a whole number: a fraction from the extras is rounded up."""
    objective = program.objective
    placed = np.flatnonzero(plan != UNPLACED)
    choices = int(objective.pair[placed, plan[placed]].sum())
    choices += int(objective.unplaced[plan == UNPLACED].sum())
    return choices + int(np.ceil(float(objective.extra @ extras) - TOLERANCE))


def _keeps_rows(program: Program, plan: IntArray, extras: FloatArray) -> bool:
    for extra, x in zip(program.extras, extras, strict=True):
        if not extra.lower - TOLERANCE <= x <= extra.upper + TOLERANCE:
            return False
        if extra.is_integer and x != round(x):
            return False
    return all(_keeps_row(row, plan, extras) for row in program.rows)


def _keeps_row(row: Row, plan: IntArray, extras: FloatArray) -> bool:
    chosen = int(row.coefficient[plan[row.case] == row.coordinator].sum())
    total = chosen + float(row.extra_coefficient @ extras[row.extra])
    slack = TOLERANCE * max(1.0, abs(total)) if len(row.extra) else 0.0
    return (row.lower is None or total >= row.lower - slack) and (
        row.upper is None or total <= row.upper + slack
    )
