"""Siblings who are placed have the same coordinator."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.problem import Problem
from matcher.optimizer.requirements import siblings_share
from tests.optimizer.tiny import accepts, every_plan, plain_model, problems, round_of


@given(problems(3, 2))
def test_the_model_accepts_a_plan_if_and_only_if_siblings_share_is_kept(problem: Problem) -> None:
    model = plain_model(problem)
    siblings_share.REQUIREMENT.post(model)
    for plan in every_plan(problem):
        kept = not siblings_share.REQUIREMENT.breaches(problem, plan)
        assert accepts(model, plan) == kept, plan


def test_a_sibling_may_stay_unplaced_but_not_have_another() -> None:
    problem = replace(
        round_of([[50, 50]] * 2, [1, 1], [9, 9]), families=((0, 1),), siblings_must_share=True
    )
    assert siblings_share.REQUIREMENT.breaches(problem, np.array([0, -1])) == []
    told = siblings_share.REQUIREMENT.breaches(problem, np.array([0, 1]))
    assert told == ["søsknene S-0, S-1 har ulike koordinatorer"]
