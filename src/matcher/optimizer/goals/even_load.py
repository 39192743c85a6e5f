"""No person and no unit carries much more than another, in proportion to agreed hours (S081).

Measured as the hours that lie above the even share (`Problem.even_share`), of persons and,
again, of units: a unit whose people together carry more than theirs is counted too.
"""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model) -> Expression:
    """One extra variable a person and a unit: the steps of hours above its even share."""
    problem = model.problem
    persons = [[j] for j in range(problem.shape[1])]
    units = [np.flatnonzero(problem.unit_of == u).tolist() for u in _units(problem)]
    step = _step(problem)
    above: dict[int, int] = {}
    for members in [*persons, *units]:
        share = int(problem.even_share[members].sum())
        at, group = np.nonzero(model.open[:, members].T)
        coordinator = np.array(members, np.int64)[at]
        hours = model.workload[group, coordinator]
        if hours.sum() > share:
            excess = model.add_extra(int(problem.capacity[members].sum()) // step, is_integer=True)
            choices = group, coordinator, hours // step
            model.add_choices(*choices, extras={excess: -1}, upper=share // step)
            above[excess] = step
    return model.expression(np.zeros(problem.shape, np.int64), extra=above)


def _step(problem: Problem) -> int:
    """The largest part of an hour (hundredths) that all workloads and shares are made of."""
    step = np.gcd.reduce(np.concatenate([problem.workload.ravel(), problem.even_share]))
    return max(1, int(step))


def measure(problem: Problem, plan: IntArray) -> int:
    """Add up each person's hours and each unit's, and what lies above the even share."""
    placed = np.flatnonzero(plan != UNPLACED)
    above = -problem.even_share
    np.add.at(above, plan[placed], problem.workload[placed, plan[placed]])
    units = np.zeros(problem.shape[1] + 1, np.int64)
    np.add.at(units, problem.unit_of, above)
    has_unit = units[:UNPLACED]
    return int(np.maximum(above, 0).sum() + np.maximum(has_unit, 0).sum())


def _units(problem: Problem) -> list[int]:
    return sorted(set(problem.unit_of.tolist()) - {UNPLACED})


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier."""
    return (
        Goal("even_load", "Timer over jevn fordeling", "timer", post, measure, scale=HUNDREDTHS),
    )
