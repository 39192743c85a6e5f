"""Nobody gets a coordinator who may not have the case."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.problem import Problem
from matcher.optimizer.requirements import eligibility
from tests.optimizer.tiny import accepts, every_plan, plain_model, problems, round_of


@given(problems(3, 2))
def test_the_model_accepts_a_plan_if_and_only_if_eligibility_is_kept(problem: Problem) -> None:
    model = plain_model(problem)
    eligibility.REQUIREMENT.post(model)
    for plan in every_plan(problem):
        kept = not eligibility.REQUIREMENT.breaches(problem, plan)
        assert accepts(model, plan) == kept, plan


def test_a_breach_names_the_case_and_the_coordinator() -> None:
    problem = replace(round_of([[50]], [1], [9]), allowed=np.array([[False]]))
    told = eligibility.REQUIREMENT.breaches(problem, np.array([0]))
    assert told == ["S-0 kan ikke ha K-0"]
