"""Bounds never lie: at any prices, and for any loads, they are what looking at all plans allows."""

from itertools import combinations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from matcher.optimizer.consequences.climb import Climb
from matcher.optimizer.consequences.master import Master
from matcher.optimizer.consequences.packing import CLOSED, Packing, Shelf
from matcher.optimizer.consequences.prices import SCALE, Bargain, Prices
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, problems


def stakes_of(problem: Problem) -> Stakes:
    """The goals of a round taken apart."""
    stakes = Stakes.of(problem, (*placing(problem), *choosing(problem)))
    assert stakes is not None
    return stakes


def some_prices(stakes: Stakes, tier: int, seed: int) -> Prices:
    """Any prices at all; only those on rows that ask for *at most* must not be negative."""
    rng = np.random.default_rng(seed)
    n = stakes.problem.shape[0]
    held = rng.integers(0, 3 * SCALE, stakes.tiers)
    held[tier:] = 0
    return Prices(
        tier=tier,
        case=rng.integers(-50 * SCALE, 100 * SCALE, n),
        held=held,
        family=rng.integers(0, 2 * SCALE, len(stakes.families)),
        unit=rng.integers(0, 2 * SCALE, len(stakes.units)),
    )


@given(problems(), st.integers(0, 2**32 - 1), st.data())
def test_no_plan_beats_a_bound_whatever_the_prices(
    problem: Problem, seed: int, data: st.DataObject
) -> None:
    stakes = stakes_of(problem)
    tier = data.draw(st.integers(0, stakes.tiers - 1))
    prices = some_prices(stakes, tier, seed)
    proof = Bargain(stakes, Shelf.of(stakes), prices, None).proof()
    for plan in kept_plans(problem):
        values = np.array(stakes.values(plan))
        at_least = proof.at(values)
        for case, coordinator in enumerate(plan.tolist()):
            if coordinator >= 0:
                assert at_least[case, coordinator] <= values[tier]


@given(problems(), st.integers(0, 2**32 - 1), st.data())
def test_with_a_pair_forced_the_bound_is_of_plans_that_have_it(
    problem: Problem, seed: int, data: st.DataObject
) -> None:
    stakes = stakes_of(problem)
    pairs = np.argwhere(stakes.open).tolist()
    assume(pairs)
    case, coordinator = data.draw(st.sampled_from(pairs))
    tier = data.draw(st.integers(0, stakes.tiers - 1))
    bargain = Bargain(
        stakes, Shelf.of(stakes), some_prices(stakes, tier, seed), (case, coordinator)
    )
    proof = bargain.proof()
    for plan in kept_plans(problem.with_lock(case, coordinator)):
        values = np.array(stakes.values(plan))
        assert bargain.at_least(values) <= values[tier]
        for i, j in enumerate(plan.tolist()):
            if j >= 0:
                assert proof.at(values)[i, j] <= values[tier]


@given(problems(), st.integers(0, 2**32 - 1))
def test_packing_finds_the_cheapest_loads_with_and_without_each_case(
    problem: Problem, seed: int
) -> None:
    stakes = stakes_of(problem)
    rng = np.random.default_rng(seed)
    n, m = problem.shape
    cost = np.where(stakes.open, rng.integers(-20, 20, (n, m)), CLOSED)
    family, above = rng.integers(0, 9, len(stakes.families)), int(rng.integers(0, 2))
    packing = Packing(Shelf.of(stakes), cost, family, above)
    having, lacking = packing.with_and_without()
    chosen = packing.loads()
    for j in range(m):
        cases = np.flatnonzero(stakes.open[:, j]).tolist()
        loads = [
            load
            for size in range(len(cases) + 1)
            for load in combinations(cases, size)
            if stakes.hours[list(load)].sum() <= problem.capacity[j]
        ]
        price = {load: packing.price(j, load) for load in loads}
        assert packing.least[j] == min(price.values())
        assert price[tuple(np.flatnonzero(chosen[:, j]).tolist())] == packing.least[j]
        for i in cases:
            assert having[i, j] == min(price[load] for load in loads if i in load)
            assert lacking[i, j] == min(price[load] for load in loads if i not in load)
        limit = int(rng.integers(-30, 30))
        within = packing.within(np.full(m, limit), 10_000)
        assert within is not None
        assert sorted(load for of, load in within if of == j) == sorted(
            load for load in loads if price[load] <= limit
        )


@given(problems(), st.data())
def test_a_load_counts_what_its_plan_counts(problem: Problem, data: st.DataObject) -> None:
    """The tiers taken apart load by load come to what the goals read off the whole plan."""
    stakes = stakes_of(problem)
    plan = data.draw(st.sampled_from(kept_plans(problem)))
    rows = Master(stakes).rows
    columns = [rows.load(j, np.flatnonzero(plan == j).tolist()) for j in range(problem.shape[1])]
    counted = sum((np.array(column.counts) for column in columns), np.zeros(stakes.tiers, int))
    counted = counted + stakes.unplaced[:, plan < 0].sum(axis=1)
    if stakes.families_at is not None:
        counted[stakes.families_at] -= sum((plan[list(f)] >= 0).any() for f in stakes.families)
    if stakes.hours_at is not None:
        for members in stakes.units:
            hours = int(stakes.hours[np.isin(plan, members)].sum())
            above = hours - int(problem.even_share[members].sum())
            counted[stakes.hours_at] += max(0, above)
    assert tuple(counted.tolist()) == stakes.values(plan)


@given(problems())
def test_what_is_learnt_for_one_pair_is_true_of_the_others(problem: Problem) -> None:
    """After all pairs are asked about, asking again says the same, without new doubt."""
    stakes = stakes_of(problem)
    solved = solve_round(problem, Limits())
    bounds = tuple(tier.bound for tier in solved.tiers[:-1])
    climb = Climb(stakes, solved.plan, bounds, Limits())
    pairs = [(i, j) for i, j in np.argwhere(stakes.open).tolist()]
    first = [climb.forced(pair) for pair in pairs]
    again = [climb.forced(pair) for pair in reversed(pairs)]
    assert [a and (a.values, a.is_proven) for a in first] == [
        a and (a.values, a.is_proven) for a in reversed(again)
    ]
