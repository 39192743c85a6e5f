"""Those who have waited longest come first."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.domain.vocabulary import Role
from matcher.optimizer.goals import waiting
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_waiting(problem: Problem) -> None:
    agree(problem, "waiting")


def test_only_the_months_of_unplaced_claims_count() -> None:
    problem = replace(
        round_of([[50]] * 3, [1, 1, 1], [9]),
        waiting_months=np.array([3, 5, 7]),
        roles=(Role.KOORDINATOR, Role.BARNEKOORDINATOR, Role.KOORDINATOR_WITHOUT_CLAIM),
    )
    (goal,) = waiting.goals(problem)
    assert goal.measure(problem, np.array([-1, -1, -1])) == 8
    assert goal.measure(problem, np.array([0, -1, -1])) == 5
