"""Siblings with one coordinator, where the profile prefers it (S046)."""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray
from matcher.optimizer.siblings import count_coordinators


def post(model: Model) -> Expression:
    """Coordinators a family has; a family that is one group has at most one already."""
    counted: dict[int, int] = {}
    for family in model.problem.families:
        if len(set(model.group_of[list(family)].tolist())) > 1:
            used = count_coordinators(model, family)
            one_more = model.add_extra(len(used), is_integer=True)
            model.add_row({}, {**dict.fromkeys(used, 1), one_more: -1}, upper=1)
            counted[one_more] = 1
    return model.expression(np.zeros(model.problem.shape, np.int64), extra=counted)


def measure(problem: Problem, plan: IntArray) -> int:
    """Coordinators beyond the first in each family."""
    return sum(
        max(0, len({int(plan[i]) for i in family} - {UNPLACED}) - 1) for family in problem.families
    )


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier, where there are families and the profile prefers."""
    if problem.siblings_must_share or not problem.families:
        return ()
    return (
        Goal(
            "siblings_together", "Ekstra koordinatorer for søsken", "koordinatorer", post, measure
        ),
    )
