"""Prices from the middle are as good as those of a corner; held near a centre, they stay there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core import generation
from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.growing import GrowingLoads
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.lp import Prices
from matcher.optimizer.core.packing import Packing, pack
from matcher.optimizer.core.priced import Priced, priced
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import IntArray, Program
from tests.optimizer.core.tiny_programs import family_c, family_d, tiny_programs

ALWAYS = Watch.for_seconds(None)
NEAR = 1e-4


def choices_at(program: Program, prices: IntArray) -> GrowingLoads:
    """The loads that coordinators choose at a few prices for a case (k × n)."""
    loads = GrowingLoads(program)
    problem = priced(program, np.zeros(len(program.rows)))
    for each in prices:
        loads.add(pack(problem, each * problem.scale).chosen)
    return loads


@settings(max_examples=40, deadline=None)
@given(tiny_programs(), st.integers(0, 2**32 - 1))
def test_the_middle_and_a_corner_are_worth_the_same(program: Program, seed: int) -> None:
    prices = np.random.default_rng(seed).integers(0, 60, (8, program.shape[0]))
    loads = choices_at(program, prices)
    middle, corner = loads.middle(), loads.solve()
    assert middle is not None
    assert corner is not None
    assert middle.objective == pytest.approx(corner.objective, rel=NEAR, abs=NEAR)


@settings(max_examples=40, deadline=None)
@given(tiny_programs(), st.integers(0, 2**32 - 1), st.floats(0.5, 20))
def test_prices_held_near_a_centre_stay_there_and_are_free_again_after(
    program: Program, seed: int, width: float
) -> None:
    draw = np.random.default_rng(seed)
    n, m = program.shape
    loads = choices_at(program, draw.integers(0, 60, (8, n)))
    free = loads.solve()
    nobody = np.where(program.may_stay_unplaced, program.objective.unplaced, loads.price)
    center = np.zeros(n + m + len(program.rows))
    center[:n] = np.minimum(draw.uniform(-1, 1, n) * loads.price, nobody)
    loads.hold_near(center, width)
    held = loads.middle()
    assert held is not None
    assert np.abs(held.rows[:n] - center[:n]).max(initial=0) <= width + NEAR
    loads.hold_near(None, width)
    again = loads.solve()
    assert free is not None
    assert again is not None
    assert again.objective == pytest.approx(free.objective, rel=NEAR, abs=NEAR)


def top_of(program: Program) -> float:
    """The highest bound of any prices: loads are added, from corners, till none is worth it."""
    n, m = program.shape
    loads = GrowingLoads(program)
    while True:
        mix = loads.solve()
        assert mix is not None
        problem = priced(program, mix.rows[n + m :])
        if not loads.add(pack(problem, np.rint(mix.rows[:n] * problem.scale).astype(int)).chosen):
            return mix.objective


@pytest.mark.parametrize("is_forgotten", [False, True])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("family", [family_c, family_d])
def test_the_bound_of_the_grown_prices_is_the_top_of_them_all_also_where_the_first_are_forgotten(
    family: Callable[[int, int, int], Program],
    seed: int,
    is_forgotten: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if is_forgotten:
        monkeypatch.setattr(generation, "_ASTRAY", 1)
    program = family(4, 20, seed)
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    grown = grow(program, relaxation.prices, None, 400, ALWAYS)
    bound = bounds_of(program, grown.prices, 2.0**40, 0, ALWAYS).bound
    assert bound >= np.ceil(top_of(program) - 0.05)


def test_growth_that_raises_nothing_is_given_up_after_as_many_rounds_as_there_is_patience(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = family_d(5, 30, 1)
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    asked: list[int] = []
    middle = GrowingLoads.middle

    def counted(loads: GrowingLoads) -> Prices | None:
        asked.append(len(asked))
        return middle(loads)

    def low(problem: Priced, prices: IntArray) -> Packing:
        return replace(pack(problem, prices), bound=-(10**9))

    monkeypatch.setattr(GrowingLoads, "middle", counted)
    grow(program, relaxation.prices, None, 400, ALWAYS, patience=2)
    unhurried = len(asked)
    assert unhurried > 3, "rounds that raise the bound are no reason to give up"
    asked.clear()
    monkeypatch.setattr(generation, "pack", low)
    grow(program, relaxation.prices, None, 400, ALWAYS, patience=2)
    assert len(asked) == 3, "two in vain, and the third isn't gone on with"


@settings(max_examples=40, deadline=None)
@given(tiny_programs(), st.integers(2, 10_000))
def test_how_dear_it_is_to_leave_a_case_out_does_not_tell_how_far_apart_prices_are(
    program: Program, times: int
) -> None:
    is_free = not np.abs(program.objective.pair[program.open]).any()
    dearer = replace(
        program,
        objective=replace(program.objective, unplaced=times * (program.objective.unplaced + 1)),
    )
    if not is_free:
        assert GrowingLoads(dearer).reach == GrowingLoads(program).reach
    assert GrowingLoads(dearer).reach <= GrowingLoads(dearer).price
