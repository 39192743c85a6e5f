"""Hours beyond a coordinator's share, counted by an extra: part of what a load costs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core import knapsack, solve
from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.easy import has_no_plan
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.plan import load, value
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import (
    UNPLACED,
    Expression,
    Extra,
    IntArray,
    Limits,
    Program,
    Row,
)
from tests.optimizer.core.tiny_programs import NOTHING, Looked, tiny_programs

ALWAYS = Watch.for_seconds(None)


def look(program: Program) -> Looked:
    """Every plan, each extra at the least its row allows."""
    least: int | None = None
    pair: dict[tuple[int, int], int] = {}
    n, m = program.shape
    choices = [
        [j for j in range(m) if program.open[i, j]]
        + ([UNPLACED] if program.may_stay_unplaced[i] else [])
        for i in range(n)
    ]
    for chosen in product(*choices):
        plan = np.array(chosen, np.int64)
        if (load(program, plan) > program.capacity).any():
            continue
        beyond = [
            max(0, int(row.coefficient[plan[row.case] == row.coordinator].sum()) - (row.upper or 0))
            for row in program.rows
        ]
        cost = value(program, plan, np.array(beyond, np.float64))
        least = cost if least is None else min(least, cost)
        for choice in enumerate(chosen):
            pair[choice] = min(pair.get(choice, cost), cost)
    return Looked(least, pair)


def counting(program: Program, coordinators: list[int], share: int, extra: int) -> Row:
    """The row that makes an extra at least what these coordinators have beyond a share."""
    pairs = [(i, j) for j in coordinators for i in range(program.shape[0])]
    case, coordinator = np.array(pairs, np.int64).reshape(-1, 2).T
    return Row(
        case=case,
        coordinator=coordinator,
        coefficient=program.workload[case, coordinator],
        extra=np.array([extra]),
        extra_coefficient=np.array([-1]),
        lower=None,
        upper=share,
    )


@st.composite
def even_programs(draw: st.DrawFn) -> Program:
    """Tiny programs where each coordinator's overtime costs, and that of the first two together."""
    plain = draw(tiny_programs(with_rows=False))
    m = plain.shape[1]
    members = [[j] for j in range(m)] + ([[0, 1]] if m > 1 else [])
    shares = [draw(st.integers(0, 8)) for _ in members]
    weights = [draw(st.integers(0, 3)) for _ in members]
    return replace(
        plain,
        objective=replace(plain.objective, extra=np.array(weights, np.int64)),
        extras=tuple(Extra(0, 40, is_integer=True) for _ in members),
        rows=tuple(
            counting(plain, those, share, k)
            for k, (those, share) in enumerate(zip(members, shares, strict=True))
        ),
    )


@settings(max_examples=25, deadline=None)
@given(even_programs())
def test_with_overtime_the_optimum_is_that_of_looking_at_every_plan(program: Program) -> None:
    looked = look(program)
    solution = solve(program, None, Limits())
    assert solution.objective == looked.least
    if looked.least is not None:
        assert solution.is_optimal
        assert solution.bound == looked.least


@settings(max_examples=25, deadline=None)
@given(even_programs())
def test_bounds_with_overtime_never_exceed_what_looking_at_every_plan_shows(
    program: Program,
) -> None:
    if has_no_plan(program):
        return
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    grown = grow(program, relaxation.prices, None, 20, ALWAYS)
    bounds = bounds_of(program, grown.prices, 2.0**40, 0, ALWAYS)
    pair, unplaced = bounds.in_points()
    looked = look(program)
    if looked.least is not None:
        assert bounds.bound <= looked.least
    for (i, j), least in looked.pair.items():
        assert (unplaced[i] if j < 0 else pair[i, j]) <= least


def test_a_row_that_counts_one_coordinators_hours_is_known_for_what_it_is() -> None:
    """In steps of five: hours 10 and 15 are two and three steps, beyond one free step."""
    workload = np.array([[10], [15]])
    row = replace(
        counting(_program(workload, ()), [0], 1, 0), coefficient=np.array([2, 3], np.int64)
    )
    (overtime,) = _program(workload, (row,)).overtimes
    assert (overtime.coordinator, overtime.free, overtime.step) == (0, 1, 5)
    unlike = replace(row, coefficient=np.array([2, 4], np.int64))
    assert _program(workload, (unlike,)).overtimes == ()


def test_an_extra_that_another_row_wants_large_is_not_overtime_alone() -> None:
    workload = np.array([[10], [15]])
    row = counting(_program(workload, ()), [0], 5, 0)
    wanting = Row(NOTHING, NOTHING, NOTHING, np.array([0]), np.array([1]), 3, None)
    assert _program(workload, (row, wanting)).overtimes == ()


def _program(workload: IntArray, rows: tuple[Row, ...]) -> Program:
    n, m = workload.shape
    return Program(
        open=np.ones((n, m), np.bool_),
        may_stay_unplaced=np.ones(n, np.bool_),
        workload=workload,
        capacity=np.full(m, 40),
        objective=Expression(np.zeros((n, m), np.int64), np.full(n, 9), np.ones(1, np.int64)),
        rows=rows,
        extras=(Extra(0, 40, is_integer=True),),
    )


items = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 9)), min_size=1, max_size=7)
tolls = st.lists(st.integers(0, 9), min_size=1, max_size=25)


@given(items, tolls)
def test_a_knapsack_with_a_toll_is_worth_its_best_subset(
    pairs: list[tuple[int, int]], steps: list[int]
) -> None:
    """The toll never falls with the hours."""
    toll = np.cumsum([0, *steps]).astype(np.int64)
    worth, weight = (np.array(part, np.int64) for part in zip(*pairs, strict=True))
    subsets = [list(s) for k in range(len(pairs) + 1) for s in combinations(range(len(pairs)), k)]

    def value(subset: list[int]) -> int:
        hours = int(weight[subset].sum())
        return int(worth[subset].sum() - toll[hours]) if hours < len(toll) else -(10**9)

    total, chosen = knapsack.best_cases(worth, weight, len(toll) - 1, toll)
    assert total == max(map(value, subsets)) == value(np.flatnonzero(chosen).tolist())
    fitting = weight < len(toll)
    _, without, _ = knapsack.without_each(worth[fitting], weight[fitting], toll)
    for t, item in enumerate(np.flatnonzero(fitting).tolist()):
        assert without[t] == max(value(s) for s in subsets if item not in s)
