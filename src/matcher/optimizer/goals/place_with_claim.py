"""Place those to whom the law gives a coordinator: barnekoordinator, then koordinator.

Hol. §§ 7-2 and 7-2 a; S002, S006, S007.
"""

from functools import partial

import numpy as np

from matcher.domain.vocabulary import Role
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray


def post(model: Model, roles: tuple[Role, ...]) -> Expression:
    """Count the unplaced among cases owed these roles."""
    owed = np.array([role in roles for role in model.problem.roles], np.int64)
    return model.expression(np.zeros(model.problem.shape, np.int64), owed)


def measure(problem: Problem, plan: IntArray, roles: tuple[Role, ...]) -> int:
    """The same, read off the plan."""
    return sum(problem.roles[i] in roles for i in np.flatnonzero(plan == UNPLACED).tolist())


def placing(id_: str, title: str, *roles: Role) -> Goal:
    """The goal that as few as possible of these roles stay unplaced."""
    return Goal(id_, title, "saker", partial(post, roles=roles), partial(measure, roles=roles))


def goals(problem: Problem) -> tuple[Goal, ...]:
    """Two tiers."""
    return (
        placing("place_barnekoordinator", "Uten barnekoordinator", Role.BARNEKOORDINATOR),
        placing("place_koordinator", "Uten koordinator de har rett til", Role.KOORDINATOR),
    )
