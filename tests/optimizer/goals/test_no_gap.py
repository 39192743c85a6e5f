"""No family that may keep its coordinator is left with nobody."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import no_gap
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_no_gap(problem: Problem) -> None:
    agree(problem, "no_gap")


def test_a_case_is_counted_only_where_its_coordinator_may_continue() -> None:
    problem = replace(
        round_of([[50, 50]] * 3, [1, 1, 1], [9, 9]),
        current=np.array([0, 1, -1]),
        allowed=np.array([[True, True], [True, False], [True, True]]),
    )
    (goal,) = no_gap.goals(problem)
    assert goal.measure(problem, np.array([-1, -1, -1])) == 1
    assert goal.measure(problem, np.array([1, -1, -1])) == 0
