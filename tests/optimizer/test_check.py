"""The independent check doesn't believe what a plan is said to be."""

from dataclasses import replace

import numpy as np
import pytest

from matcher.optimizer.check import check
from matcher.optimizer.climbing import ModelDisagrees, Solved
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import round_of

PROBLEM = round_of([[80, 20], [30, 70]], [2, 2], [2, 2])


@pytest.fixture(scope="module")
def solved() -> Solved:
    return solve_round(PROBLEM, Limits())


def test_a_plan_that_holds_is_accepted(solved: Solved) -> None:
    check(PROBLEM, solved)


def test_a_plan_over_the_hours_is_refused(solved: Solved) -> None:
    with pytest.raises(ModelDisagrees, match="Avtalte timer holdes: K-0 får 4 timer, men har 2"):
        check(PROBLEM, replace(solved, plan=np.array([0, 0])))


def test_a_value_that_is_not_the_plans_is_refused(solved: Solved) -> None:
    first, *rest = solved.tiers
    lying = replace(solved, tiers=(replace(first, value=first.value + 1), *rest))
    with pytest.raises(ModelDisagrees, match="målt 0"):
        check(PROBLEM, lying)


def test_a_bound_above_the_value_is_refused(solved: Solved) -> None:
    first, *rest = solved.tiers
    lying = replace(solved, tiers=(replace(first, bound=first.value + 1), *rest))
    with pytest.raises(ModelDisagrees, match="grensen"):
        check(PROBLEM, lying)
