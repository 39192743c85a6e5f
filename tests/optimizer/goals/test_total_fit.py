"""The fit of everyone together, and the price of moving a family."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import total_fit
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_total_fit(problem: Problem) -> None:
    agree(problem, "total_fit")


def test_a_settled_family_that_moves_costs_the_price_and_one_that_stays_does_not() -> None:
    problem = replace(
        round_of([[60, 90]], [1], [9, 9]),
        current=np.array([0]),
        settled=np.array([True]),
        move_costs_points=16,
    )
    (goal,) = total_fit.goals(problem)
    assert goal.measure(problem, np.array([0])) == 40
    assert goal.measure(problem, np.array([1])) == 10 + 16
    assert goal.measure(problem, np.array([-1])) == 0
