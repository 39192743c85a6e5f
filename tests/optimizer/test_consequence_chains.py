"""Room is made by chains: who is sent on takes a place, and whoever had it is sent on in turn."""

import numpy as np
from hypothesis import given

from matcher.optimizer.check import breaches
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.consequences.chains import Chains
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import problems, round_of
from tests.optimizer.tiny_losses import losses


def chains_of(problem: Problem, plan: list[int]) -> Chains:
    stakes = Stakes.of(problem, (*placing(problem), *choosing(problem)))
    assert stakes is not None
    return Chains(stakes, np.array(plan))


def test_the_one_sent_on_takes_the_place_of_another_who_is_sent_on() -> None:
    """A to K-1 sends B to K-2 and C to K-3, which costs less than any single move of B's."""
    fit = [[80, 60, 0, 0], [0, 80, 60, 0], [0, 0, 80, 70]]
    problem = round_of(fit, [4, 3, 4], [4, 4, 4, 4])
    plan = chains_of(problem, [0, 1, 2]).with_pair(0, 1)
    assert plan is not None
    assert plan.tolist() == [1, 2, 3]


def test_a_chain_may_end_in_the_place_that_was_left() -> None:
    problem = round_of([[80, 70], [60, 80]], [4, 3], [4, 4])
    plan = chains_of(problem, [0, 1]).with_pair(0, 1)
    assert plan is not None
    assert plan.tolist() == [1, 0]


def test_two_leave_where_one_is_not_enough() -> None:
    problem = round_of([[80, 70, 0], [0, 80, 60], [0, 80, 60]], [4, 2, 2], [4, 4, 4])
    plan = chains_of(problem, [0, 1, 1]).with_pair(0, 1)
    assert plan is not None
    assert plan.tolist() == [1, 2, 2]


def test_the_place_that_is_left_is_filled_where_that_is_worth_it() -> None:
    """A leaves K-0 for a free place; B, who fits K-0 better, takes it when one looks closely."""
    problem = round_of([[90, 80, 80], [85, 10, 30]], [4, 3], [4, 4, 4])
    chains = chains_of(problem, [0, 2])
    quick, close = chains.with_pair(0, 1), chains.with_pair(0, 1, closely=True)
    assert quick is not None
    assert close is not None
    assert quick.tolist() == [1, 2]
    assert close.tolist() == [1, 0]


@given(problems())
def test_a_closer_value_is_of_a_plan_that_holds_and_never_too_low_nor_worse(
    problem: Problem,
) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        known = asked.at_most(case, coordinator)
        closer = asked.closely(case, coordinator, known)
        if closer is not None:
            assert breaches(problem.with_lock(case, coordinator), closer.plan) == []
            assert closer.loss >= losses(problem, solved.values, case, coordinator)
        if known is not None:
            assert closer is not None
            assert closer.loss <= known.loss
