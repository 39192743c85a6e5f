"""A good plan for one goal has an eye to the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.plan import checked
from matcher.optimizer.core.planning import good_plan
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.state import State
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import Expression, IntArray, Limits, Program

NOTHING = np.zeros(0, np.int64)
UNHURRIED = Watch.for_seconds(None)


def expression(pair: IntArray) -> Expression:
    return Expression(pair, np.zeros(len(pair), np.int64), NOTHING)


def bettered(program: Program, plan: IntArray) -> IntArray:
    model = linear_model(program)
    relaxation = relax(model)
    assert relaxation is not None
    bounds = bounds_of(program, relaxation.prices, 2.0**50, 0, UNHURRIED)
    begun = State(checked(program, plan), bounds.bound)
    state = good_plan(program, (), bounds, begun, Limits(), UNHURRIED)
    assert state.best is not None
    return state.best.plan


def test_what_is_wanted_next_isnt_spoilt_for_nothing() -> None:
    """Case 0 is poor with coordinator 0 and well with the others, who have hours for it.

    The other cases are best next where they are, which the goal at hand doesn't ask for.
    """
    n = m = 20
    poor, worse_next = np.zeros((n, m), np.int64), np.full((n, m), 30)
    poor[0, 0] = 1
    worse_next[np.arange(n), np.arange(n)] = 0
    program = Program(
        open=np.ones((n, m), np.bool_),
        may_stay_unplaced=np.zeros(n, np.bool_),
        workload=np.ones((n, m), np.int64),
        capacity=np.full(m, 2, np.int64),
        objective=expression(poor),
        then=expression(worse_next),
    )
    plan = bettered(program, np.arange(n))
    assert plan[0] > 0
    assert plan[1:].tolist() == list(range(1, n))


def test_what_is_wanted_next_never_costs_what_is_wanted_now() -> None:
    """Next wants everybody with coordinator 0, whom the goal at hand wants nobody to have."""
    n = m = 6
    poor, next_time = np.zeros((n, m), np.int64), np.full((n, m), 9)
    poor[:, 0], next_time[:, 0] = 1, 0
    program = Program(
        open=np.ones((n, m), np.bool_),
        may_stay_unplaced=np.zeros(n, np.bool_),
        workload=np.ones((n, m), np.int64),
        capacity=np.full(m, n, np.int64),
        objective=expression(poor),
    )
    begun = np.array([0, 0, 1, 2, 3, 4])
    assert (bettered(program, begun) > 0).all()
    assert (bettered(replace(program, then=expression(next_time)), begun) > 0).all()
