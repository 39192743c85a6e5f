"""As few as possible below each level of fit, the worst level first."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import poor_fit
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_poor_fit(problem: Problem) -> None:
    agree(problem, "poor_fit")


def test_below_the_level_counts_and_at_the_level_does_not() -> None:
    problem = replace(round_of([[29], [30], [49]], [1] * 3, [9]), poor_levels=(30, 50))
    everybody = np.array([0, 0, 0])
    worst, acceptable = poor_fit.goals(problem)
    assert (worst.measure(problem, everybody), acceptable.measure(problem, everybody)) == (1, 3)


def test_a_family_that_is_kept_as_it_is_is_not_counted_and_one_that_is_moved_is() -> None:
    problem = replace(
        round_of([[10, 90]], [1], [9, 9]),
        poor_levels=(30,),
        current=np.array([0]),
        settled=np.array([True]),
    )
    (goal,) = poor_fit.goals(problem)
    assert goal.measure(problem, np.array([0])) == 0
    assert goal.measure(problem, np.array([1])) == 1
