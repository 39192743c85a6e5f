"""Siblings with one coordinator, where the profile prefers it."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import siblings_together
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.siblings import Parting, least_parting
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


def rivals(hours_of_k0: int) -> Model:
    """S-0 and S-2 may only be with K-0, and each has a sibling who may be with anybody."""
    problem = replace(
        round_of([[50] * 2] * 4, [2] * 4, [hours_of_k0, 9]),
        families=((0, 1), (2, 3)),
        allowed=np.array([[True, False], [True, True], [True, False], [True, True]]),
    )
    model = plain_model(problem)
    model.open &= problem.allowed
    model.may_stay_unplaced[:] = False
    return model


def test_families_only_one_and_the_same_can_have_are_parted_where_hours_are_too_few() -> None:
    """K-0 has hours for the two nobody else may have, and for one of their siblings."""
    assert least_parting(rivals(6)) == Parting(beyond=1, whole=())


def test_families_whom_the_same_one_has_the_hours_for_are_whole() -> None:
    assert least_parting(rivals(8)) == Parting(beyond=0, whole=((0, 1), (2, 3)))
