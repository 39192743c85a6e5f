"""Hours to be shared: together no more than so many above the agreed, whoever uses them."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.optimizer.problem import Problem, SharedHours
from matcher.optimizer.requirements import agreed_hours, shared_hours
from tests.optimizer.tiny import accepts, every_plan, plain_model, problems, round_of


@given(problems(3, 2), st.integers(0, 9))
def test_the_model_accepts_a_plan_if_and_only_if_shared_hours_is_kept(
    problem: Problem, hours: int
) -> None:
    shared = SharedHours(problem.capacity, hours * 100)
    problem = replace(problem, capacity=problem.capacity + shared.hours, shared_hours=shared)
    model = plain_model(problem)
    shared_hours.REQUIREMENT.post(model)
    for plan in every_plan(problem):
        kept = not shared_hours.REQUIREMENT.breaches(problem, plan)
        assert accepts(model, plan) == kept, plan


@given(problems(3, 2))
def test_a_round_without_hours_to_share_is_as_it_was(problem: Problem) -> None:
    model = plain_model(problem)
    shared_hours.REQUIREMENT.post(model)
    assert not model.rows
    assert not model.extras


def test_hours_that_no_one_could_share_out_are_named() -> None:
    shared = SharedHours(np.array([200, 200]), 250)
    problem = replace(round_of([[50, 50]] * 4, [2, 2, 2, 2], [5, 5]), shared_hours=shared)
    told = shared_hours.REQUIREMENT.breaches(problem, np.array([0, 0, 1, 1]))
    assert told == ["4 timer brukes over det avtalte, men bare 2,5 er til deling"]
    assert not agreed_hours.REQUIREMENT.breaches(problem, np.array([0, 0, 1, 1]))
    assert not shared_hours.REQUIREMENT.breaches(problem, np.array([0, 0, 1, -1]))
