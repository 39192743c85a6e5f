"""What prices show of a plan is true whatever the prices are, and found prices show most of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.certificate import PRICES_PER_UNIT, GoalPrices
from matcher.optimizer.certificate import PricedGoal, shown_by
from matcher.optimizer.certify import certify
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, problems, round_of


def as_good(problem: Problem, plan: IntArray, goals: list[PricedGoal]) -> list[IntArray]:
    """Every plan that keeps the requirements, and is as good as this one in these goals."""
    return [
        other
        for other in kept_plans(problem)
        if all(g.goal.measure(problem, other) <= g.value for g in goals)
    ]


@given(problems(4, 2), st.integers(0, 2**32 - 1))
def test_no_plan_is_below_what_any_prices_show(problem: Problem, seed: int) -> None:
    rng = np.random.default_rng(seed)
    plan = kept_plans(problem)[int(rng.integers(len(kept_plans(problem))))]

    def drawn(goal: PricedGoal) -> GoalPrices:
        most = 120 * PRICES_PER_UNIT
        rows = [
            -int(rng.integers(0, most)) if row.upper is not None else int(rng.integers(0, most))
            for row in goal.program.rows
        ]
        cases = rng.integers(-most // 4, most, problem.shape[0]).tolist()
        return GoalPrices(goal=goal.goal.id, cases=tuple(cases), rows=tuple(rows))

    above: list[PricedGoal] = []
    for goal, shown in shown_by(problem, plan, drawn):
        for other in as_good(problem, plan, above):
            value = goal.goal.measure(problem, other) * PRICES_PER_UNIT
            assert shown.bound <= value
            assert (shown.floor[np.arange(len(other)), other] <= value).all()
        above.append(goal)


@given(problems(4, 3))
def test_found_prices_never_show_more_than_the_best_plan_reaches(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    certificate = certify(problem, solved.plan)
    reached = {tier.goal.id: tier for tier in solved.tiers}
    for goal, shown in shown_by(problem, solved.plan, lambda goal: certificate.of(goal.goal.id)):
        assert goal.value == reached[goal.goal.id].value
        assert shown.whole <= goal.value


def test_hours_that_two_want_are_given_a_price_that_shows_the_best() -> None:
    """Both fit the first best, who has hours for one: the second's 40 are missing in any plan."""
    round_ = round_of([[100, 60], [100, 60]], [2, 2], [2, 9])
    plan = np.array([0, 1], np.int64)
    certificate = certify(round_, plan)
    shown = {
        goal.goal.id: (shown.whole, goal.value)
        for goal, shown in shown_by(round_, plan, lambda goal: certificate.of(goal.goal.id))
    }
    assert shown["total_fit"] == (40, 40)


def test_a_plan_that_is_worse_is_not_shown_to_be_the_best() -> None:
    round_ = round_of([[100, 60], [100, 60]], [2, 2], [2, 9])
    worse = np.array([UNPLACED, 1], np.int64)
    certificate = certify(round_, worse)
    below = [
        goal.goal.id
        for goal, shown in shown_by(round_, worse, lambda goal: certificate.of(goal.goal.id))
        if shown.whole < goal.value
    ]
    assert "place_koordinator" in below


def test_prices_of_another_round_are_refused() -> None:
    two = round_of([[100, 60], [100, 60]], [2, 2], [2, 9])
    three = replace(round_of([[100, 60]] * 3, [2] * 3, [2, 9]))
    certificate = certify(two, np.array([0, 1], np.int64))
    with pytest.raises(ValueError, match="another round"):
        list(
            shown_by(
                three, np.array([0, 1, 1], np.int64), lambda goal: certificate.of(goal.goal.id)
            )
        )


def test_a_price_on_a_side_that_a_requirement_does_not_have_is_refused() -> None:
    round_ = replace(
        round_of([[100, 60], [100, 60]], [2, 2], [9, 9]),
        families=((0, 1),),
        siblings_must_share=True,
    )
    plan = np.array([0, 0], np.int64)

    def wrong(goal: PricedGoal) -> GoalPrices:
        rows = tuple(1000 for _ in goal.program.rows)
        return GoalPrices(goal=goal.goal.id, cases=(0, 0), rows=rows)

    with pytest.raises(ValueError, match="side"):
        list(shown_by(round_, plan, wrong))
