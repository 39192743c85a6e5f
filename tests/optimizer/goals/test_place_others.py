"""Those without a claim are placed after."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.domain.vocabulary import Role
from matcher.optimizer.goals import place_others
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_place_others(problem: Problem) -> None:
    agree(problem, "place_others")


def test_a_claim_is_not_counted_among_the_others() -> None:
    problem = replace(
        round_of([[50]] * 2, [1, 1], [1]), roles=(Role.KOORDINATOR, Role.STAFETTHOLDER)
    )
    (goal,) = place_others.goals(problem)
    assert goal.measure(problem, np.array([-1, -1])) == 1
