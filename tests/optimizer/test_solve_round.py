"""The plan of a round is the best there is, and nothing but the round decides it."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from matcher.domain.vocabulary import Role
from matcher.optimizer.check import breaches, check
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, permuted, problems, round_of, values


@given(problems())
def test_the_plan_is_the_best_of_all_plans_tier_by_tier(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    best = min(values(problem, plan) for plan in kept_plans(problem))
    assert solved.values == best
    assert all(tier.is_optimal for tier in solved.tiers)


@given(problems())
def test_the_independent_check_accepts_every_plan(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    check(problem, solved)
    assert breaches(problem, solved.plan) == []


@given(problems(), st.data())
def test_a_lock_is_kept_and_the_rest_is_the_best_with_it(
    problem: Problem, data: st.DataObject
) -> None:
    pairs = np.argwhere(problem.allowed).tolist()
    assume(pairs)
    case, coordinator = data.draw(st.sampled_from(pairs))
    locked = problem.with_lock(case, coordinator)
    solved = solve_round(locked, Limits())
    assert solved.plan[case] == coordinator
    assert solved.values == min(values(locked, plan) for plan in kept_plans(locked))


@given(problems(), st.integers(0, 2), st.integers(1, 5))
def test_more_hours_never_place_fewer(problem: Problem, who: int, hours: int) -> None:
    more = problem.capacity.copy()
    more[who % len(more)] += hours * 100
    before = solve_round(problem, Limits())
    after = solve_round(replace(problem, capacity=more), Limits())
    placing = slice(0, 4)
    assert after.values[placing] <= before.values[placing]


@given(problems(), st.integers(0, 2**32 - 1))
def test_the_order_of_the_lists_decides_nothing(problem: Problem, seed: int) -> None:
    n, m = problem.shape
    rng = np.random.default_rng(seed)
    shuffled = permuted(problem, rng.permutation(n), rng.permutation(m))
    plan = solve_round(problem, Limits()).plan
    other = solve_round(shuffled, Limits()).plan
    names = [*problem.coordinator_ids, None]
    shuffled_names = [*shuffled.coordinator_ids, None]
    assert {c: names[j] for c, j in zip(problem.case_ids, plan, strict=True)} == {
        c: shuffled_names[j] for c, j in zip(shuffled.case_ids, other, strict=True)
    }


def test_a_claim_goes_before_fit_and_before_everybody_else() -> None:
    """One place, two cases: the fit of the other can't outweigh the claim."""
    problem = replace(
        round_of([[100], [1]], [2, 2], [2]),
        roles=(Role.KOORDINATOR_WITHOUT_CLAIM, Role.BARNEKOORDINATOR),
    )
    assert solve_round(problem, Limits()).plan.tolist() == [-1, 0]


def test_a_family_moves_only_where_the_gain_is_more_than_the_price() -> None:
    stays = replace(
        round_of([[60, 75]], [1], [9, 9]),
        current=np.array([0]),
        settled=np.array([True]),
        move_costs_points=16,
    )
    moves = replace(stays, fit=np.array([[60, 77]]))
    assert solve_round(stays, Limits()).plan.tolist() == [0]
    assert solve_round(moves, Limits()).plan.tolist() == [1]


def test_nobody_is_lifted_by_unsettling_another() -> None:
    """S-0 fits K-0 best, but a settled family has that place and asked for no change."""
    problem = replace(
        round_of([[90, 10], [80, 80]], [2, 2], [2, 2]),
        current=np.array([-1, 0]),
        settled=np.array([False, True]),
        poor_levels=(30,),
        move_costs_points=100,
    )
    assert solve_round(problem, Limits()).plan.tolist() == [1, 0]


def test_too_little_capacity_is_an_answer() -> None:
    problem = round_of([[50]] * 3, [2, 2, 2], [3])
    solved = solve_round(problem, Limits())
    assert sorted(solved.plan.tolist()) == [-1, -1, 0]


def test_a_round_without_coordinators_places_nobody() -> None:
    problem = round_of([[], []], [1, 1], [])
    assert solve_round(problem, Limits()).plan.tolist() == [-1, -1]


@given(problems(), st.sampled_from([0.0, 0.01, 0.1]))
def test_with_little_work_the_plan_still_holds_and_the_bounds_are_true(
    problem: Problem, effort: float
) -> None:
    solved = solve_round(problem, Limits(effort=effort))
    check(problem, solved)
    best = min(values(problem, plan) for plan in kept_plans(problem))
    assert best <= solved.values
    proven = 0
    for tier in solved.tiers:
        if not tier.is_optimal:
            break
        proven += 1
    assert solved.values[:proven] == best[:proven]


def test_one_sibling_is_left_out_where_hours_are_short_and_that_is_best_for_the_rest() -> None:
    """Four cases want the only one with hours, who has them for three; a sibling fits worst."""
    problem = replace(
        round_of([[23], [83], [51], [87]], [600, 100, 600, 600], [1500]),
        families=((0, 1),),
        poor_levels=(30, 50),
    )
    assert solve_round(problem, Limits()).plan.tolist() == [-1, 0, 0, 0]


def test_a_family_is_not_kept_together_where_parting_it_lets_another_be() -> None:
    """Two families of three: as many coordinators either way, so the next goals may choose."""
    fit = [[64, 41, 59], [23, 47, 62], [16, 49, 77], [3, 95, 6], [88, 18, 17], [54, 10, 88]]
    plain = round_of(fit, [1, 1, 1, 5, 4, 1], [7, 3, 5])
    allowed = plain.allowed.copy()
    allowed[[2, 3, 4], 1] = False
    problem = replace(plain, allowed=allowed, families=((0, 1, 2), (3, 4, 5)))
    best = min(values(problem, plan) for plan in kept_plans(problem))
    assert solve_round(problem, Limits()).values == best
