"""Siblings with one coordinator, where the profile prefers it (S046)."""

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray
from matcher.optimizer.siblings import (
    coordinators_of,
    groups_of,
    least_parting,
    share_nobody,
)


def post(model: Model) -> Expression:
    """Coordinators a family has beyond the first; one that is one group has no more."""
    pair = np.zeros(model.problem.shape, np.int64)
    counted: dict[int, int] = {}
    for family in model.problem.families:
        groups = groups_of(model, family)
        if len(groups) == 1:
            continue
        if share_nobody(model, groups) and not model.may_stay_unplaced[groups].any():
            later = [model.groups[group][0] for group in groups[1:]]
            pair[later] = 1
            continue
        one_more = model.add_extra(len(groups), is_integer=True)
        theirs = coordinators_of(model, groups)
        model.add_row(theirs.choices, {**dict.fromkeys(theirs.extras, 1), one_more: -1}, upper=1)
        counted[one_more] = 1
    return model.expression(pair, extra=counted)


def measure(problem: Problem, plan: IntArray) -> int:
    """Coordinators beyond the first in each family."""
    return sum(
        max(0, len({int(plan[i]) for i in family} - {UNPLACED}) - 1) for family in problem.families
    )


def floor(model: Model) -> int:
    """Coordinators beyond the first that families have in every plan, as is easily seen."""
    return least_parting(model).beyond


def goals(problem: Problem) -> tuple[Goal, ...]:
    """One tier, where there are families and the profile prefers."""
    if problem.siblings_must_share or not problem.families:
        return ()
    return (
        Goal(
            "siblings_together",
            "Ekstra koordinatorer for søsken",
            "koordinatorer",
            post,
            measure,
            floor=floor,
        ),
    )
