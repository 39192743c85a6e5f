"""What `solve` promises, on programs where every plan can be looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core import plan_in_depth, solve
from matcher.optimizer.core.plan import checked
from matcher.optimizer.program import UNPLACED, Expression, IntArray, Limits, Program, Solution
from tests.optimizer.core.tiny_programs import (
    NOTHING,
    family_c,
    family_d,
    family_e,
    look_at_every_plan,
    plain,
    tiny_programs,
)

LIMITS = Limits()


def cost_of(program: Program, plan: IntArray) -> int:
    placed = np.flatnonzero(plan != UNPLACED)
    pairs = program.objective.pair[placed, plan[placed]].sum()
    return int(pairs + program.objective.unplaced[plan == UNPLACED].sum())


def assert_keeps_hours(program: Program, plan: IntArray) -> None:
    for j in range(program.shape[1]):
        assert program.workload[plan == j, j].sum() <= program.capacity[j]
    placed = np.flatnonzero(plan != UNPLACED)
    assert program.open[placed, plan[placed]].all()
    assert program.may_stay_unplaced[plan == UNPLACED].all()


@settings(max_examples=50, deadline=None)
@given(tiny_programs())
def test_the_optimum_is_that_of_looking_at_every_plan(program: Program) -> None:
    solution = solve(program, None, LIMITS)
    looked = look_at_every_plan(program)
    assert solution.is_infeasible == (looked.least is None)
    assert solution.objective == looked.least
    if looked.least is not None:
        assert solution.is_optimal
        assert solution.bound == looked.least
        assert solution.coordinator_of is not None
        assert_keeps_hours(program, solution.coordinator_of)


@settings(max_examples=40, deadline=None)
@given(tiny_programs())
def test_a_forced_bound_never_exceeds_the_forced_optimum(program: Program) -> None:
    solution = solve(program, None, LIMITS)
    for (i, j), least in look_at_every_plan(program).pair.items():
        if j == UNPLACED and solution.unplaced_bound is not None:
            assert solution.unplaced_bound[i] <= least
        elif j != UNPLACED and solution.forced_bound is not None:
            assert solution.forced_bound[i, j] <= least


@settings(max_examples=25, deadline=None)
@given(tiny_programs(), st.integers(0, 2**32 - 1))
def test_any_start_even_a_forbidden_one_leads_to_the_optimum(program: Program, seed: int) -> None:
    n, m = program.shape
    start = np.random.default_rng(seed).integers(UNPLACED, m, n)
    assert solve(program, start, LIMITS).objective == solve(program, None, LIMITS).objective


@pytest.mark.parametrize(
    "program",
    [family_c(4, 16, 1), family_d(4, 12, 2), family_e(4, 16, 3), family_d(3, 24, 4)],
    ids=["c", "d", "e", "d-few-agents"],
)
def test_published_families_are_proven_and_the_same_every_time(program: Program) -> None:
    first = solve(program, None, LIMITS)
    assert first.is_optimal
    assert first.coordinator_of is not None
    assert first.objective == first.bound == cost_of(program, first.coordinator_of)
    assert_keeps_hours(program, first.coordinator_of)
    again = solve(program, None, LIMITS)
    assert again.objective == first.objective
    assert again.coordinator_of is not None
    assert again.coordinator_of.tolist() == first.coordinator_of.tolist()


def test_a_proven_optimum_is_confirmed_by_forced_bounds_of_its_own_choices() -> None:
    """Forcing what the optimum does anyway can't cost more than the optimum."""
    program = family_c(4, 18, 5)
    solution = solve(program, None, LIMITS)
    assert solution.objective is not None
    if solution.forced_bound is not None and solution.coordinator_of is not None:
        own = solution.forced_bound[np.arange(18), solution.coordinator_of]
        assert (own <= solution.objective).all()


def test_a_short_time_still_gives_a_true_bound() -> None:
    program = family_d(8, 60, 6)
    solution = solve(program, None, Limits(time_limit_s=1.0))
    assert not solution.is_infeasible
    if solution.objective is not None:
        assert solution.bound <= solution.objective
        assert solution.coordinator_of is not None
        assert_keeps_hours(program, solution.coordinator_of)


def empty(n: int, m: int, *, may: bool) -> Program:
    return Program(
        open=np.zeros((n, m), np.bool_),
        may_stay_unplaced=np.full(n, may),
        workload=np.ones((n, m), np.int64),
        capacity=np.zeros(m, np.int64),
        objective=Expression(np.zeros((n, m), np.int64), np.full(n, 7), NOTHING),
    )


@pytest.mark.parametrize(("n", "m"), [(0, 0), (0, 3), (2, 0), (2, 3)])
def test_where_nobody_can_be_placed_everybody_stays_unplaced(n: int, m: int) -> None:
    solution = solve(empty(n, m, may=True), None, LIMITS)
    assert solution.is_optimal
    assert solution.objective == 7 * n
    assert solution.coordinator_of is not None
    assert (solution.coordinator_of == UNPLACED).all()


def test_a_case_that_must_be_placed_but_has_nobody_makes_it_infeasible() -> None:
    solution = solve(empty(2, 3, may=False), None, LIMITS)
    assert solution.is_infeasible
    assert solution.coordinator_of is None


def test_a_case_heavier_than_everybodys_hours_stays_unplaced() -> None:
    program = plain(
        np.zeros((2, 1), np.int64), np.array([[9], [2]]), np.array([5]), np.array([4, 4])
    )
    solution = solve(program, None, LIMITS)
    assert solution.objective == 4
    assert solution.coordinator_of is not None
    assert solution.coordinator_of.tolist() == [UNPLACED, 0]


def test_too_few_hours_for_all_who_must_be_placed_is_infeasible() -> None:
    program = plain(np.ones((3, 2), np.int64), np.full((3, 2), 4), np.array([7, 7]))
    assert solve(program, None, LIMITS).is_infeasible


def test_a_start_that_meets_the_bound_comes_back_as_it_was() -> None:
    program = plain(np.zeros((3, 2), np.int64), np.ones((3, 2), np.int64), np.array([3, 3]))
    start = np.array([1, 0, 1])
    solution: Solution = solve(program, start, LIMITS)
    assert solution.is_optimal
    assert solution.coordinator_of is not None
    assert solution.coordinator_of.tolist() == [1, 0, 1]


@settings(max_examples=30, deadline=None)
@given(tiny_programs(with_rows=False))
def test_more_hours_never_make_it_dearer(program: Program) -> None:
    before = solve(program, None, LIMITS)
    after = solve(replace(program, capacity=program.capacity + 3), None, LIMITS)
    if before.objective is not None:
        assert after.objective is not None
        assert after.objective <= before.objective


def test_a_plan_in_depth_betters_the_one_it_begins_from_and_keeps_everybodys_hours() -> None:
    """Twelve cases of two hours, coordinators with hours for three each, all begun wrong."""
    cost = np.array([[(i + j) % 4 * 10 + i % 3 for j in range(4)] for i in range(12)])
    program = plain(cost, np.full((12, 4), 2), np.full(4, 7))
    wrong = np.array([(1 - i) % 4 for i in range(12)])
    plan = plan_in_depth(program, wrong, LIMITS)
    assert np.bincount(plan, minlength=4).tolist() == [3, 3, 3, 3]
    assert cost[np.arange(12), plan].sum() == 12, "everybody with the coordinator who costs least"


@settings(max_examples=30, deadline=None)
@given(tiny_programs(with_rows=True))
def test_a_plan_in_depth_is_never_worse_than_the_one_it_begins_from(program: Program) -> None:
    free = replace(program.objective, pair=0 * program.objective.pair)
    any_plan = solve(replace(program, objective=free), None, LIMITS).coordinator_of
    if any_plan is None:
        return
    before, after = (
        checked(program, plan) for plan in (any_plan, plan_in_depth(program, any_plan, LIMITS))
    )
    assert before is not None
    assert after is not None
    assert after.objective <= before.objective
