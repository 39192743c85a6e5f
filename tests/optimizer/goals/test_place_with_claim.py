"""Those with a legal claim are placed first."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.domain.vocabulary import Role
from matcher.optimizer.goals import place_with_claim
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_place_with_claim(problem: Problem) -> None:
    agree(problem, "place_barnekoordinator", "place_koordinator")


def test_each_role_with_a_claim_is_counted_apart() -> None:
    problem = replace(
        round_of([[50]] * 3, [1, 1, 1], [1]),
        roles=(Role.BARNEKOORDINATOR, Role.KOORDINATOR, Role.KOORDINATOR_WITHOUT_CLAIM),
    )
    child, adult = place_with_claim.goals(problem)
    nobody = np.array([-1, -1, -1])
    assert (child.measure(problem, nobody), adult.measure(problem, nobody)) == (1, 1)
    first = np.array([0, -1, -1])
    assert (child.measure(problem, first), adult.measure(problem, first)) == (0, 1)
