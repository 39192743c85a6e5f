"""A round put together again from its plan answers as the round that was solved."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Limits
from matcher.optimizer.recall import recall
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import problems, round_of


def bounds(solved: Solved) -> dict[str, float]:
    return {t.goal.id: t.bound / t.goal.scale for t in solved.tiers if t.goal.id != "draw"}


@settings(max_examples=15, deadline=None)
@given(problems(at_most_cases=4, at_most_coordinators=3))
def test_a_recalled_round_tells_the_same_consequences(round_: Problem) -> None:
    solved = solve_round(round_, Limits())
    again = recall(round_, solved.plan, bounds(solved))
    assert again is not None
    first, second = (Consequences(round_, each, Limits()) for each in (solved, again))
    for case, coordinator in np.argwhere(round_.allowed)[:4].tolist():
        effects = [
            each.exact(case, coordinator, each.at_most(case, coordinator))
            for each in (first, second)
        ]
        assert [effect and effect.loss for effect in effects[:1]] == [
            effect and effect.loss for effect in effects[1:]
        ]


def test_a_plan_that_breaks_a_requirement_is_not_the_rounds() -> None:
    round_ = round_of([[50], [50]], [4, 4], [4])
    solved = solve_round(round_, Limits())
    assert recall(round_, np.array([0, 0]), bounds(solved)) is None


def test_a_plan_better_than_its_bound_is_not_the_rounds() -> None:
    round_ = round_of([[50], [50]], [4, 4], [8])
    nobody = solve_round(round_of([[50], [50]], [4, 4], [0]), Limits())
    assert recall(round_, np.array([0, 0]), bounds(nobody)) is None


def test_goals_other_than_the_rounds_are_told_apart() -> None:
    round_ = round_of([[50]], [4], [4])
    assert recall(round_, np.array([UNPLACED]), {"total_fit": 0}) is None
