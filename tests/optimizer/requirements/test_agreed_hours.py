"""Nobody carries more than the agreed hours."""

import numpy as np
from hypothesis import given

from matcher.optimizer.problem import Problem
from matcher.optimizer.requirements import agreed_hours
from tests.optimizer.tiny import accepts, every_plan, plain_model, problems, round_of


@given(problems(3, 2))
def test_the_model_accepts_a_plan_if_and_only_if_agreed_hours_is_kept(problem: Problem) -> None:
    model = plain_model(problem)
    agreed_hours.REQUIREMENT.post(model)
    for plan in every_plan(problem):
        kept = not agreed_hours.REQUIREMENT.breaches(problem, plan)
        assert accepts(model, plan) == kept, plan


def test_a_breach_names_the_hours_with_decimal_comma() -> None:
    problem = round_of([[50]] * 2, [2, 2], [3])
    told = agreed_hours.REQUIREMENT.breaches(problem, np.array([0, 0]))
    assert told == ["K-0 får 4 timer, men har 3"]
