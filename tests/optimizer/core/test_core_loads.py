"""The search by loads, and the bounds it stands on, against looking at everything."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core import knapsack
from matcher.optimizer.core.bounding import Bounds, bounds_of
from matcher.optimizer.core.cuts import cut_coefficients, served_by, violated_triples
from matcher.optimizer.core.easy import has_no_plan
from matcher.optimizer.core.engine import THOROUGH, solve_mip
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.listing import Listing
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.settling import plan_by_loads, settle_by_loads
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import BoolArray, IntArray, Limits, Program
from tests.optimizer.core.tiny_programs import (
    family_c,
    family_d,
    look_at_every_plan,
    plain,
    tiny_programs,
)

ALWAYS = Watch.for_seconds(None)
FAR = 10_000


def proven(program: Program) -> Bounds | None:
    """Bounds after a short ascent; ``None`` where a case has no choice at all."""
    if has_no_plan(program):
        return None
    relaxation = relax(linear_model(program))
    assert relaxation is not None
    return bounds_of(program, relaxation.prices, 50.0, 20, ALWAYS)


items = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 9)), min_size=1, max_size=8)


@given(items, st.integers(0, 30))
def test_a_knapsack_is_worth_its_best_subset(pairs: list[tuple[int, int]], capacity: int) -> None:
    worth, weight = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))

    def best_of(free: list[int], room: int) -> int:
        subsets = (s for k in range(len(free) + 1) for s in combinations(free, k))
        return max(int(worth[list(s)].sum()) for s in subsets if weight[list(s)].sum() <= room)

    everything = list(range(len(pairs)))
    total, chosen = knapsack.best_cases(worth, weight, capacity)
    assert total == best_of(everything, capacity) == int(worth[chosen].sum())
    assert weight[chosen].sum() <= capacity
    fitting = weight <= capacity
    table, without, around = knapsack.without_each(
        worth[fitting], weight[fitting], np.zeros(capacity + 1, np.int64)
    )
    assert int(table[0]) == total
    for t, item in enumerate(np.flatnonzero(fitting).tolist()):
        others = [other for other in everything if other != item]
        assert without[t] == best_of(others, capacity)
        assert around[t] == best_of(others, capacity - int(weight[item]))


@given(items, st.integers(0, 30), st.integers(0, 4), st.integers(0, 30))
def test_no_choice_is_worth_more_than_its_linear_bound(
    pairs: list[tuple[int, int]], capacity: int, step: int, free: int
) -> None:
    """Nor with a case, or without it, than the bound says of that; the toll is beyond ``free``."""
    worth, weight = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))
    toll = step * np.maximum(np.arange(capacity + 1) - free, 0)
    hourly = knapsack.by_the_hour(worth, weight, toll)
    for inside in product((False, True), repeat=len(worth)):
        chosen = np.array(inside)
        hours = int(weight[chosen].sum())
        if hours <= capacity:
            lost = np.where(chosen, -hourly.beyond, hourly.beyond).clip(0)
            assert worth[chosen].sum() - toll[hours] <= hourly.bound - lost.max()


@given(items, st.integers(0, 30))
def test_of_cases_with_the_same_hours_the_best_are_enough(
    pairs: list[tuple[int, int]], capacity: int
) -> None:
    """Also where one of them is to be done without."""
    worth, weight = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))
    kept = knapsack.best_of_each_weight(worth, weight, capacity, besides=1)
    for t in range(len(worth)):
        others = np.arange(len(worth)) != t
        of_all, _ = knapsack.best_cases(worth[others], weight[others], capacity)
        some = others & kept
        assert knapsack.best_cases(worth[some], weight[some], capacity)[0] == of_all


@settings(max_examples=40, deadline=None)
@given(tiny_programs())
def test_bounds_never_exceed_what_looking_at_every_plan_shows(program: Program) -> None:
    bounds = proven(program)
    looked = look_at_every_plan(program)
    if bounds is None or looked.least is None:
        return
    pair, unplaced = bounds.in_points()
    assert bounds.bound <= looked.least
    for (i, j), least in looked.pair.items():
        assert (unplaced[i] if j < 0 else pair[i, j]) <= least


@settings(max_examples=40, deadline=None)
@given(tiny_programs(with_rows=False))
def test_the_search_by_loads_finds_and_proves_the_optimum(program: Program) -> None:
    bounds = proven(program)
    if bounds is None or 0 in program.shape:
        return
    least = look_at_every_plan(program).least
    best, bound = settle_by_loads(program, bounds, None, bounds.bound, FAR, Limits(), ALWAYS)
    if least is None:
        assert best is None
        assert bound > FAR
    else:
        assert best is not None
        assert best.objective == least == bound


def test_a_plan_by_loads_is_found_without_any_to_begin_with() -> None:
    program = family_d(4, 16, 7)
    bounds = proven(program)
    assert bounds is not None
    best = plan_by_loads(program, bounds, None, bounds.bound, FAR, Limits(), ALWAYS, 1000)
    assert best is not None
    assert best.objective >= bounds.bound


def test_the_search_by_loads_branches_where_combinations_are_too_many() -> None:
    """Large enough for cuts and branches; the answer is that of plain HiGHS."""
    program = family_c(5, 40, 8)
    bounds = proven(program)
    assert bounds is not None
    best, bound = settle_by_loads(program, bounds, None, bounds.bound, FAR, Limits(), ALWAYS)
    by_highs = solve_mip(linear_model(program), None, THOROUGH)
    assert best is not None
    assert best.objective == bound == round(by_highs.bound)


def loads_by_looking(
    program: Program, reduced: IntArray, slack: int, kept: BoolArray
) -> set[tuple[int, tuple[int, ...]]]:
    found: set[tuple[int, tuple[int, ...]]] = set()
    n, m = program.shape
    for j in range(m):
        cases = np.flatnonzero(kept[:, j]).tolist()
        sets = [
            s
            for k in range(n + 1)
            for s in combinations(cases, k)
            if program.workload[list(s), j].sum() <= program.capacity[j]
        ]
        least = min(int(reduced[list(s), j].sum()) for s in sets)
        found |= {(j, s) for s in sets if reduced[list(s), j].sum() <= least + slack}
    return found


@settings(max_examples=30, deadline=None)
@given(tiny_programs(with_rows=False), st.integers(0, 30_000))
def test_the_listed_loads_are_all_within_the_slack(program: Program, slack: int) -> None:
    bounds = proven(program)
    if bounds is None or 0 in program.shape:
        return
    problem = bounds.problem
    loads = Listing(problem, bounds.prices, problem.open).within(slack, 10_000)
    assert loads is not None
    n = program.shape[0]
    listed = {
        (int(j), tuple(sorted(case for case in cases.tolist() if case < n)))
        for j, cases in zip(loads.coordinator, loads.cases, strict=True)
    }
    assert len(listed) == len(loads)
    assert listed == loads_by_looking(program, bounds.reduced, slack, problem.open)
    for case in range(n):
        inside = [case in cases for cases in loads.cases.tolist()]
        assert loads.having(case).tolist() == inside


def test_a_violated_triple_is_one_whose_loads_overlap_too_much() -> None:
    """Three half loads, each with two of the same three cases: one and a half, where one may."""
    ones = np.ones((3, 3), np.int64)
    program = plain(ones, ones, np.array([2, 2, 2]))
    bounds = proven(program)
    assert bounds is not None
    loads = Listing(bounds.problem, bounds.prices, bounds.problem.open).within(1 << 40, 1000)
    assert loads is not None
    pairs = [
        next(
            at
            for at, (j, cases) in enumerate(zip(loads.coordinator, loads.cases, strict=True))
            if j == coordinator and sorted(case for case in cases.tolist() if case < 3) == wanted
        )
        for coordinator, wanted in enumerate(([0, 1], [0, 2], [1, 2]))
    ]
    half = loads.only(np.array(pairs))
    triples = violated_triples(served_by(half, 3, 3), np.full(3, 0.5), 40)
    assert triples.tolist() == [[0, 1, 2]]
    assert cut_coefficients(half, triples, 3).ravel().tolist() == [1, 1, 1]
