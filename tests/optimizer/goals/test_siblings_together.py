"""Siblings with one coordinator, where the profile prefers it."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import siblings_together
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


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
