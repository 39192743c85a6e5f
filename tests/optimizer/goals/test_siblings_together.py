"""Siblings with one coordinator, where the profile prefers it."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import siblings_together
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import kept_plans, plain_model, problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_siblings_together(problem: Problem) -> None:
    agree(problem, "siblings_together")


def test_coordinators_beyond_the_first_are_counted_and_nobody_is_not_one() -> None:
    problem = replace(round_of([[50] * 3] * 3, [1] * 3, [9] * 3), families=((0, 1, 2),))
    (goal,) = siblings_together.goals(problem)
    assert goal.measure(problem, np.array([0, 1, 2])) == 2
    assert goal.measure(problem, np.array([0, 0, -1])) == 0


def test_where_siblings_must_share_there_is_nothing_to_prefer() -> None:
    problem = replace(
        round_of([[50]] * 2, [1] * 2, [9]), families=((0, 1),), siblings_must_share=True
    )
    assert siblings_together.goals(problem) == ()


@given(problems(3, 2))
def test_no_plan_that_places_all_is_below_the_floor(problem: Problem) -> None:
    problem = replace(problem, siblings_must_share=False)
    model = plain_model(problem)
    assert siblings_together.floor(model) == 0
    model.may_stay_unplaced[:] = False
    floor = siblings_together.floor(model)
    for plan in kept_plans(problem):
        if (plan >= 0).all():
            assert siblings_together.measure(problem, plan) >= floor


def test_siblings_whom_nobody_has_the_hours_for_together_have_one_more() -> None:
    problem = replace(round_of([[50] * 2] * 3, [4] * 3, [9, 9]), families=((0, 1, 2),))
    model = plain_model(problem)
    model.may_stay_unplaced[:] = False
    assert siblings_together.floor(model) == 1
