"""Siblings become one case again only where every plan that is left keeps them together."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.climbing import Solved, climb_on
from matcher.optimizer.goals import joining, placing
from matcher.optimizer.merging import untied
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Limits
from matcher.optimizer.requirements import REQUIREMENTS
from tests.optimizer.tiny import kept_plans, problems, round_of


def settled(problem: Problem) -> tuple[Model, Solved]:
    """Who is placed and who shares, each case by itself; the best start there is."""
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    goals = (*placing(problem), *joining(problem))
    begun = np.full(problem.shape[0], UNPLACED)
    for case, coordinator in problem.locks:
        begun[case] = coordinator
    return model, climb_on(model, goals, Solved(begun, ()), Limits(), lambda title: None)


def without_ties(problem: Problem) -> Model:
    """The model after merging what the tiers so far settle."""
    model, reached = settled(problem)
    held = tuple((tier.goal, tier.value) for tier in reached.tiers)
    join = None if problem.siblings_must_share else joining(problem)[0]
    return untied(model, held, join, reached.plan, Limits())


@given(problems().filter(lambda problem: bool(problem.families)))
def test_every_plan_that_is_as_good_so_far_is_still_there(problem: Problem) -> None:
    """A merged family is in no best plan parted, and in no best plan left out."""
    goals = (*placing(problem), *joining(problem))
    values = {
        tuple(plan.tolist()): tuple(goal.measure(problem, plan) for goal in goals)
        for plan in kept_plans(problem)
    }
    model = without_ties(problem)
    for plan, value in values.items():
        if value == min(values.values()):
            start = model.start_of(np.array(plan))
            assert start is not None
            placed = np.flatnonzero(start != UNPLACED)
            assert model.open[placed, start[placed]].all()
            assert model.may_stay_unplaced[start == UNPLACED].all()


def test_siblings_who_all_get_somebody_are_one_case() -> None:
    problem = replace(round_of([[50, 50]] * 3, [2, 2, 2], [4, 2]), families=((0, 1),))
    assert without_ties(problem).groups == ((0, 1), (2,))


def test_where_one_family_has_to_be_parted_the_others_are_one_case_each() -> None:
    """S-0 and S-1 are too much for anybody together; S-2 and S-3 share."""
    problem = replace(
        round_of([[50, 50, 50]] * 4, [3, 3, 2, 2], [4, 4, 4]), families=((0, 1), (2, 3))
    )
    assert without_ties(problem).groups == ((0,), (1,), (2, 3))


def test_siblings_stay_two_cases_where_either_family_may_be_parted() -> None:
    """Each of two families fits with one coordinator, but only one of them at a time."""
    problem = replace(
        round_of([[50, 50, 50]] * 4, [2, 2, 2, 2], [4, 2, 2]), families=((0, 1), (2, 3))
    )
    assert len(without_ties(problem).groups) == 4
