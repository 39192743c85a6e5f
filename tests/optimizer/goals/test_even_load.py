"""No person and no unit carries much more than another."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import even_load
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import kept_plans, problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_even_load(problem: Problem) -> None:
    agree(problem, "even_load", plans=kept_plans)


def test_hours_above_the_even_share_count_for_the_person_and_for_the_unit() -> None:
    """Eight hours of work on sixteen hours: the even share is half of everyone's hours."""
    problem = replace(round_of([[50] * 3] * 2, [6, 2], [8, 4, 4]), unit_of=np.array([0, 0, 1]))
    (goal,) = even_load.goals(problem)
    assert problem.even_share.tolist() == [400, 200, 200]
    assert goal.measure(problem, np.array([0, 2])) == 200
    assert goal.measure(problem, np.array([0, 0])) == 400 + 200
    assert goal.measure(problem, np.array([-1, -1])) == 0


def test_the_even_share_is_a_whole_number_of_the_steps_that_workloads_come_in() -> None:
    """Five hours of work, in whole hours, on three people with three hours each."""
    problem = round_of([[50] * 3] * 2, [3, 2], [3, 3, 3])
    assert problem.even_share.tolist() == [200, 200, 200]
