"""What keeping a choice costs under other fits is never told too small, and 0 is 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.climbing import Solved
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Limits
from matcher.optimizer.reweighed import reweighed
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, problems, round_of


def test_where_another_fits_better_keeping_costs_the_difference() -> None:
    round_ = round_of([[80, 70], [60, 60]], [4, 4], [4, 4])
    solved = solve_round(round_, Limits())
    assert solved.plan.tolist() == [0, 1]
    other = np.array([[70, 75], [60, 60]])
    found = reweighed(round_, solved, other, Limits())
    assert found.keeping_costs.tolist() == [5, 5]


def test_where_nothing_changes_keeping_costs_nothing() -> None:
    round_ = round_of([[80, 70], [60, 60]], [4, 4], [4, 4])
    solved = solve_round(round_, Limits())
    assert reweighed(round_, solved, round_.fit, Limits()).keeping_costs.tolist() == [0, 0]


@settings(max_examples=25, deadline=None)
@given(problems(at_most_cases=4, at_most_coordinators=3), st.integers(0, 2**32 - 1))
def test_the_true_cost_is_no_more_than_told_and_nothing_is_nothing(
    round_: Problem, seed: int
) -> None:
    solved = solve_round(round_, Limits())
    fit = np.clip(round_.fit + np.random.default_rng(seed).integers(-30, 31, round_.shape), 0, 100)
    found = reweighed(round_, solved, fit, Limits())
    plans, costs = as_good_above(round_, solved), total_fit(solved, replace(round_, fit=fit))
    best = min(costs(plan) for plan in plans)
    for case in np.flatnonzero(solved.plan != UNPLACED).tolist():
        keeping = min(costs(plan) for plan in plans if plan[case] == solved.plan[case])
        assert 0 <= keeping - best <= found.keeping_costs[case]


def as_good_above(round_: Problem, solved: Solved) -> list[IntArray]:
    """Every plan that can be, and is as good in the tiers above total fit."""
    above = []
    for tier in solved.tiers:
        if tier.goal.id == "total_fit":
            break
        above.append(tier)
    return [
        plan
        for plan in kept_plans(round_)
        if all(tier.goal.measure(round_, plan) <= tier.value for tier in above)
    ]


def total_fit(solved: Solved, other: Problem) -> Callable[[IntArray], int]:
    goal = next(tier.goal for tier in solved.tiers if tier.goal.id == "total_fit")
    return lambda plan: goal.measure(other, plan)
