"""What a plan is worth, and whether it keeps every requirement: judged in plain numpy.

Only the cheapest extras beside a plan are asked of a solver, and then checked like the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.linear import FloatArray, linear_model
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program, Row

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Checked:
    """A plan that keeps every requirement, its objective, and the extras at their best."""

    plan: IntArray
    objective: int
    extras: FloatArray


def checked(program: Program, plan: IntArray) -> Checked | None:
    """``plan`` with the best extras it allows; ``None`` where it breaks a requirement."""
    if not places_rightly(program, plan):
        return None
    extras = _best_extras(program, plan)
    if extras is None or not _keeps_rows(program, plan, extras):
        return None
    return Checked(plan, value(program, plan, extras), extras)


def better(first: Checked | None, second: Checked | None) -> Checked | None:
    """The cheaper of two plans, the first where they cost the same."""
    if first is None or (second is not None and second.objective < first.objective):
        return second
    return first


def _best_extras(program: Program, plan: IntArray) -> FloatArray | None:
    """The cheapest extras beside a given plan; whole where they have to be."""
    if not program.extras:
        return np.zeros(0)
    if (program.objective.extra >= 0).all() and all(map(_asks_for_one, program.rows)):
        return _least_extras(program, plan)
    return _solved_extras(program, plan)


def _asks_for_one(row: Row) -> bool:
    """Whether a row, if anything, only asks one extra to be large enough."""
    return row.lower is None and int((row.extra_coefficient < 0).sum()) <= 1


def _least_extras(program: Program, plan: IntArray) -> FloatArray:
    """Each extra as small as the rows let it be: raised row by row until nothing asks for more."""
    least = np.array([float(extra.lower) for extra in program.extras])
    asking = [
        (row, int(np.flatnonzero(row.extra_coefficient < 0)[0]), _count(row, plan))
        for row in program.rows
        if (row.extra_coefficient < 0).any() and row.upper is not None
    ]
    raised = True
    while raised:
        raised = False
        for row, at, count in asking:
            k = int(row.extra[at])
            others = float(row.extra_coefficient @ least[row.extra])
            others -= float(row.extra_coefficient[at]) * least[k]
            needed = (count + others - (row.upper or 0)) / -float(row.extra_coefficient[at])
            needed = np.ceil(needed - TOLERANCE) if program.extras[k].is_integer else needed
            if needed > least[k] + TOLERANCE:
                if needed > program.extras[k].upper:
                    return least
                least[k], raised = needed, True
    return least


def _solved_extras(program: Program, plan: IntArray) -> FloatArray | None:
    model = linear_model(program, *only_plan(program, plan))
    answer = engine.solve_mip(model, None, engine.THOROUGH)
    if answer.values is None:
        return None
    extras = answer.values[len(model.case) :]
    near = np.round(extras)
    whole = model.is_integer[len(model.case) :] | (np.abs(extras - near) < TOLERANCE)
    return np.where(whole, near, extras)


def only_plan(program: Program, plan: IntArray) -> tuple[BoolArray, BoolArray]:
    """The choices a plan makes: pairs (n × m) and unplaced (n)."""
    pairs = np.zeros(program.shape, dtype=np.bool_)
    placed = np.flatnonzero(plan != UNPLACED)
    pairs[placed, plan[placed]] = True
    return pairs, plan == UNPLACED


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
    total = _count(row, plan) + float(row.extra_coefficient @ extras[row.extra])
    slack = TOLERANCE * max(1.0, abs(total)) if len(row.extra) else 0.0
    return (row.lower is None or total >= row.lower - slack) and (
        row.upper is None or total <= row.upper + slack
    )


def _count(row: Row, plan: IntArray) -> int:
    """What a plan's choices count in a row."""
    return int(row.coefficient[plan[row.case] == row.coordinator].sum())
