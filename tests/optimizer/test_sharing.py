"""Sharing out anew finds room where hours are short, and never breaks anything for it."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.vocabulary import Role
from matcher.optimizer.check import breaches
from matcher.optimizer.goals import joining, placing, total_fit
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.sharing import cooled, packed
from tests.optimizer.tiny import kept_plans, problems, round_of


def model_of(problem: Problem) -> Model:
    """Each case by itself, with every requirement."""
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    return model


def left_out(problem: Problem, plan: IntArray) -> tuple[int, ...]:
    """What a plan reaches of who is placed."""
    return values_of(problem, placing(problem), plan)


def values_of(problem: Problem, goals: tuple[Goal, ...], plan: IntArray) -> tuple[int, ...]:
    """What a plan reaches of these goals."""
    return tuple(goal.measure(problem, plan) for goal in goals)


@given(problems(), st.integers(0, 5))
def test_a_plan_with_more_room_keeps_every_requirement_and_leaves_out_no_more(
    problem: Problem, seed: int
) -> None:
    begun = problem.starting_plan(tuple((i,) for i in range(problem.shape[0])))
    plan = packed(model_of(problem), placing(problem), begun, seed)
    assert breaches(problem, plan) == breaches(problem, begun)
    assert left_out(problem, plan) <= left_out(problem, begun)


def test_hours_are_gathered_until_the_one_left_out_fits() -> None:
    """Two have room for one more case each, but only if they exchange what they have."""
    hours = [7, 5, 4, 3, 6, 5]
    problem = round_of([[50] * 3] * 6, hours, [10, 10, 10])
    begun = np.array([0, 1, 1, UNPLACED, 2, UNPLACED])
    assert left_out(problem, begun) != left_out(problem, np.zeros(6, np.int64))
    plan = packed(model_of(problem), placing(problem), begun, 0)
    assert (plan != UNPLACED).all()
    assert breaches(problem, plan) == []


def test_who_may_be_spared_waits_until_the_others_have_somebody() -> None:
    """One place: whoever has waited longest has it, though the other was there first."""
    problem = replace(
        round_of([[50, 50], [50, 50]], [2, 2], [2, 1]),
        roles=(Role.KOORDINATOR, Role.KOORDINATOR),
        waiting_months=np.array([1, 9]),
    )
    spare = np.array([True, False])
    plan = packed(model_of(problem), placing(problem), np.array([0, UNPLACED]), 0, spare=spare)
    assert plan.tolist() == [UNPLACED, 0]


@given(problems())
def test_cooling_gives_a_plan_that_holds_and_is_no_dearer(problem: Problem) -> None:
    """Siblings kept together come before fit."""
    model = model_of(problem)
    begun = min(kept_plans(problem), key=lambda plan: (left_out(problem, plan), plan.tolist()))
    plan = cooled(model, total_fit.post(model), begun, 0)
    assert breaches(problem, plan) == []
    assert ((plan == UNPLACED) <= (begun == UNPLACED)).all()
    goals = (*joining(problem), *total_fit.goals(problem))
    assert values_of(problem, goals, plan) <= values_of(problem, goals, begun)


def test_cooling_finds_the_better_exchange() -> None:
    problem = round_of([[10, 90], [90, 10]], [4, 4], [4, 4])
    model = model_of(problem)
    plan = cooled(model, total_fit.post(model), np.array([0, 1]), 0)
    assert plan.tolist() == [1, 0]
