"""A choice among whole loads: the best plan, and what cuts tell of every pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matcher.optimizer.core.bounding import Bounds, bounds_of
from matcher.optimizer.core.columns import Columns
from matcher.optimizer.core.cutting import cut_down
from matcher.optimizer.core.easy import has_no_plan
from matcher.optimizer.core.engine import THOROUGH
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.in_loads import Reach, settle_in_loads
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.listing import Listing
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.small import settle_small
from matcher.optimizer.core.state import State, dearest_of
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, Program
from tests.optimizer.core.test_core_overtime import even_programs, look
from tests.optimizer.core.tiny_programs import (
    NOTHING,
    Looked,
    family_c,
    look_at_every_plan,
    tiny_programs,
)

ALWAYS = Watch.for_seconds(None)


def without_extras(program: Program) -> Program:
    """The same with choices alone in its rows and objective."""
    rows = (replace(row, extra=NOTHING, extra_coefficient=NOTHING) for row in program.rows)
    objective = replace(program.objective, extra=NOTHING)
    return replace(program, rows=tuple(rows), extras=(), objective=objective)


def each_for_itself(program: Program) -> Program:
    """Without the overtime of two together."""
    m = program.shape[1]
    objective = replace(program.objective, extra=program.objective.extra[:m])
    return replace(program, rows=program.rows[:m], extras=program.extras[:m], objective=objective)


def _bounds(program: Program) -> Bounds:
    """After some rounds of ascent; a program without plans is left out."""
    assume(0 not in program.shape and not has_no_plan(program))
    relaxation = relax(linear_model(program))
    assume(relaxation is not None)
    assert relaxation is not None
    return bounds_of(program, relaxation.prices, 50.0, 20, ALWAYS)


def _holds(program: Program, looked: Looked) -> None:
    """The answer is what looking at every plan shows; what is said of a pair is so."""
    relaxation = relax(linear_model(program))
    if relaxation is None:
        return
    bounds = bounds_of(program, relaxation.prices, 50.0, 20, ALWAYS)
    nobody = np.zeros(program.shape[0], np.bool_)
    begun, reach = State(None, bounds.bound), Reach(dearest_of(program))
    state, after = settle_in_loads(program, bounds, begun, reach, nobody, THOROUGH, ALWAYS)
    if looked.least is None:
        assert state.best is None
        return
    assert state.best is not None
    assert state.best.objective == looked.least == state.bound
    said, _ = after.in_points()
    for (i, j), cost in looked.pair.items():
        assert j == UNPLACED or said[i, j] <= cost


@given(tiny_programs().map(without_extras))
@settings(max_examples=100, deadline=None)
def test_the_best_plan_is_found_and_proven(program: Program) -> None:
    assume(0 not in program.shape and not has_no_plan(program))
    _holds(program, look_at_every_plan(program))


@given(tiny_programs().map(without_extras), st.integers(-30, 60), st.integers(1, 12))
@settings(max_examples=100, deadline=None)
def test_with_less_in_reach_no_bound_is_above_the_best_of_all_plans(
    program: Program, highest: int, loads: int
) -> None:
    bounds = _bounds(program)
    nobody = np.zeros(program.shape[0], np.bool_)
    begun, reach = State(None, bounds.bound), Reach(highest, loads, times=2)
    state, _ = settle_in_loads(program, bounds, begun, reach, nobody, THOROUGH, ALWAYS)
    least = look_at_every_plan(program).least
    if least is not None:
        assert state.bound <= least
        assert state.best is None or state.best.objective >= least


@given(even_programs().map(each_for_itself))
@settings(max_examples=60, deadline=None)
def test_overtime_is_what_a_load_makes_it(program: Program) -> None:
    assume(0 not in program.shape and not has_no_plan(program))
    assume(len(program.overtimes) == len(program.extras))
    _holds(program, look(program))


@given(tiny_programs().map(without_extras), st.integers(-30, 60))
@settings(max_examples=60, deadline=None)
def test_cuts_take_no_load_that_a_plan_within_the_target_needs(
    program: Program, target: int
) -> None:
    """Without HiGHS: what is left after cutting has every plan that is good enough."""
    bounds = _bounds(program)
    listing = Listing(bounds.problem, bounds.prices, bounds.problem.open)
    loads = listing.within(target * bounds.problem.scale - listing.base, 10_000)
    assert loads is not None
    columns = Columns.of(program, loads, np.flatnonzero(program.may_stay_unplaced))
    left = cut_down(columns, target, np.zeros(len(loads), np.int64), ALWAYS)
    looked = look_at_every_plan(program)
    if looked.least is not None:
        assert left.bound <= max(looked.least, target + 1)
        for (i, j), cost in looked.pair.items():
            assert j == UNPLACED or left.floor[i, j] <= max(cost, target + 1)


def test_what_nobody_can_look_through_is_settled_by_lists_and_cuts() -> None:
    """36 cases of 12 coordinators: what CP-SAT finds, and that there is nothing better."""
    program = family_c(12, 36, 1)
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    grown = grow(program, relaxation.prices, None, 200, ALWAYS)
    bounds = bounds_of(program, grown.prices, 2.0**50, 0, ALWAYS)
    everything = np.ones(program.shape, np.bool_), np.ones(program.shape[0], np.bool_)
    best = settle_small(program, None, *everything, 60.0, None).best
    assert best is not None
    nobody = np.zeros(program.shape[0], np.bool_)
    begun = State(best, bounds.bound)
    assert bounds.bound < best.objective
    for highest in (best.objective, best.objective - 1):
        reach = Reach(highest)
        state, _ = settle_in_loads(program, bounds, begun, reach, nobody, THOROUGH, ALWAYS)
        assert state.bound == best.objective
