"""A case that KE has locked has that coordinator."""

import numpy as np
from hypothesis import given

from matcher.optimizer.problem import Problem
from matcher.optimizer.requirements import locks
from tests.optimizer.tiny import accepts, every_plan, plain_model, problems, round_of, with_lock


@given(problems(3, 2))
def test_the_model_accepts_a_plan_if_and_only_if_locks_is_kept(problem: Problem) -> None:
    problem = with_lock(problem, 0, 0)
    model = plain_model(problem)
    locks.REQUIREMENT.post(model)
    for plan in every_plan(problem):
        kept = not locks.REQUIREMENT.breaches(problem, plan)
        assert accepts(model, plan) == kept, plan


def test_nobody_else_and_not_nobody() -> None:
    problem = with_lock(round_of([[50, 50]], [1], [9, 9]), 0, 1)
    assert locks.REQUIREMENT.breaches(problem, np.array([0])) == ["S-0 er låst til K-1"]
    assert locks.REQUIREMENT.breaches(problem, np.array([-1])) == ["S-0 er låst til K-1"]
    assert locks.REQUIREMENT.breaches(problem, np.array([1])) == []
