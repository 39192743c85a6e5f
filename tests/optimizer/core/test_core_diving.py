"""A dive makes a plan within everybody's hours; a part settled anew is worth what it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.diving import dive
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.part import Parts
from matcher.optimizer.core.plan import checked, load
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, IntArray, Program
from tests.optimizer.core.tiny_programs import family_c, family_d, tiny_programs

ALWAYS = Watch.for_seconds(None)


def dived(program: Program) -> tuple[IntArray, int]:
    """The plan of a dive, and the bound."""
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    grown = grow(program, relaxation.prices, None, 100, ALWAYS)
    bound = bounds_of(program, grown.prices, 2.0**40, 0, ALWAYS).bound
    return dive(program, grown, ALWAYS), bound


@settings(max_examples=30, deadline=None)
@given(tiny_programs())
def test_a_dive_keeps_to_open_pairs_and_everybodys_hours(program: Program) -> None:
    plan, _ = dived(program)
    placed = np.flatnonzero(plan != UNPLACED)
    assert program.open[placed, plan[placed]].all()
    assert (load(program, plan) <= program.capacity)[plan[placed]].all()


@pytest.mark.parametrize("program", [family_c(6, 48, 1), family_d(6, 36, 2)], ids=["c", "d"])
def test_where_hours_are_tight_a_dive_alone_is_within_two_percent_of_the_bound(
    program: Program,
) -> None:
    plan, bound = dived(program)
    found = checked(program, plan)
    assert found is not None
    assert bound <= found.objective <= 1.02 * bound


@settings(max_examples=50, deadline=None)
@given(tiny_programs(), st.integers(0, 2**32 - 1))
def test_a_better_plan_of_a_part_betters_the_whole_by_as_much(program: Program, seed: int) -> None:
    """From any plan that holds, any other plan of a part that holds."""
    draw = np.random.default_rng(seed)
    n, m = program.shape
    before = checked(program, draw.integers(UNPLACED, m, n))
    if before is None:
        return
    coordinators = np.flatnonzero(draw.random(m) < 0.6)
    inside = np.isin(before.plan, np.append(coordinators, UNPLACED))
    cases = np.flatnonzero(inside & (draw.random(n) < 0.8))
    pairs = program.open[np.ix_(cases, coordinators)]
    part = Parts(program).part(before, coordinators, cases, pairs)
    assert part.whole(part.start).tolist() == before.plan.tolist()
    start = checked(part.program, part.start)
    other = checked(part.program, draw.integers(UNPLACED, len(coordinators), len(cases)))
    if start is None or other is None:
        return
    after = checked(program, part.whole(other.plan))
    assert after is not None
    assert after.objective - before.objective <= other.objective - start.objective + 1
