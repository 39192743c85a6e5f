"""A choice among whole loads: the best plan within the target, or that there is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.easy import has_no_plan
from matcher.optimizer.core.engine import THOROUGH
from matcher.optimizer.core.in_loads import settle_in_loads
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import Program
from tests.optimizer.core.test_core_overtime import even_programs, look
from tests.optimizer.core.tiny_programs import NOTHING, family_d, look_at_every_plan, tiny_programs

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


def _holds_at(program: Program, least: int | None, target: int) -> None:
    """The answer at a target is what looking at every plan shows."""
    relaxation = relax(linear_model(program))
    if relaxation is None:
        return
    bounds = bounds_of(program, relaxation.prices, 50.0, 20, ALWAYS)
    kept, kept_unplaced = bounds.kept(target)
    answer = settle_in_loads(program, bounds, None, kept, kept_unplaced, target, THOROUGH)
    assert answer is not None
    assert answer.is_infeasible == (least is None or least > target)
    if not answer.is_infeasible:
        assert answer.best is not None
        assert answer.best.objective == least == answer.bound


@given(tiny_programs().map(without_extras), st.integers(-30, 60))
@settings(max_examples=100, deadline=None)
def test_the_best_plan_within_the_target_is_found_and_proven(program: Program, target: int) -> None:
    assume(0 not in program.shape and not has_no_plan(program))
    _holds_at(program, look_at_every_plan(program).least, target)


@given(even_programs().map(each_for_itself), st.integers(-30, 120))
@settings(max_examples=60, deadline=None)
def test_overtime_is_what_a_load_makes_it(program: Program, target: int) -> None:
    assume(0 not in program.shape and not has_no_plan(program))
    assume(len(program.overtimes) == len(program.extras))
    _holds_at(program, look(program).least, target)


def test_too_many_loads_are_left_to_others() -> None:
    program = family_d(3, 60, 1)
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    bounds = bounds_of(program, relaxation.prices, 2.0**50, 20, ALWAYS)
    everything = np.ones(program.shape, np.bool_), np.ones(program.shape[0], np.bool_)
    assert settle_in_loads(program, bounds, None, *everything, 100_000, THOROUGH) is None
