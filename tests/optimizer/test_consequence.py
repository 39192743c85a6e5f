"""What forcing a pair does to the round is what the best round with that pair loses."""

from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.plan import Says
from matcher.optimizer.check import breaches
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Limits
from matcher.optimizer.recall import recall
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, permuted, problems, round_of
from tests.optimizer.tiny_losses import losses


@given(problems())
def test_an_exact_consequence_is_the_least_any_plan_with_the_pair_loses(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        effect = asked.exact(case, coordinator, asked.at_most(case, coordinator))
        assert effect is not None
        assert effect.says is Says.EXACT
        assert effect.plan[case] == coordinator
        assert effect.loss == losses(problem, solved.values, case, coordinator)


@settings(max_examples=10)
@given(problems(), st.data())
def test_a_large_round_that_is_solved_again_with_the_pair_says_the_same(
    problem: Problem, data: st.DataObject
) -> None:
    """By another way than prices, from any plan with the pair, and of a round that was kept."""
    solved = solve_round(problem, Limits())
    tiers = Consequences(problem, solved, Limits()).tiers
    kept = recall(problem, solved.plan, {t.goal.id: t.bound / t.goal.scale for t in tiers})
    assert kept is not None
    asked = Consequences(problem, data.draw(st.sampled_from([solved, kept])), Limits())
    with patch("matcher.optimizer.consequence._MANY", -1):
        for case, coordinator in np.argwhere(problem.allowed).tolist()[:2]:
            begun = kept_plans(problem.with_lock(case, coordinator))
            known = asked._as_proven(data.draw(st.sampled_from(begun)), 0)
            effect = asked.exact(case, coordinator, known)
            assert effect is not None
            assert (effect.says, effect.proven) == (Says.EXACT, len(tiers))
            assert effect.loss == losses(problem, solved.values, case, coordinator)


@pytest.mark.parametrize("many", [-1, 2_000], ids=["large", "small"])
def test_where_only_the_first_goals_are_proven_only_their_losses_are_exact(many: int) -> None:
    problem = round_of([[80, 79], [10, 90]], [2, 3], [3, 3])
    solved = solve_round(problem, Limits())
    at = [tier.goal.id for tier in solved.tiers].index("total_fit")
    tiers = tuple(replace(t, bound=t.bound - (k == at)) for k, t in enumerate(solved.tiers))
    with patch("matcher.optimizer.consequence._MANY", many):
        effect = Consequences(problem, replace(solved, tiers=tiers), Limits()).exact(0, 1)
    assert effect is not None
    assert (effect.says, effect.proven) == (Says.AT_MOST, at)


@given(problems())
def test_an_upper_value_is_of_a_plan_that_holds_and_is_never_too_low(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        effect = asked.at_most(case, coordinator)
        if effect is not None:
            assert breaches(problem.with_lock(case, coordinator), effect.plan) == []
            assert effect.loss >= losses(problem, solved.values, case, coordinator)


@given(problems())
def test_the_plans_own_choice_loses_nothing_and_moves_nobody(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in enumerate(solved.plan.tolist()):
        if coordinator >= 0:
            effect = asked.at_most(case, coordinator)
            assert effect is not None
            assert not any(effect.loss)
            assert (effect.plan == solved.plan).all()


def test_the_consequence_is_the_rounds_and_not_the_pairs_own_difference() -> None:
    """S-0 fits K-1 nearly as well as K-0, but then S-1 must go to K-0, which it fits badly."""
    problem = round_of([[80, 79], [10, 90]], [2, 2], [2, 2])
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    effect = asked.exact(0, 1, asked.at_most(0, 1))
    assert effect is not None
    assert effect.plan.tolist() == [1, 0]
    total_fit = [tier.goal.id for tier in asked.tiers].index("total_fit")
    assert effect.loss[total_fit] == (80 - 79) + (90 - 10)


def test_a_pair_that_locks_leave_no_room_for_has_no_consequence() -> None:
    problem = round_of([[50], [50]], [2, 2], [2]).with_lock(0, 0)
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    assert asked.at_most(1, 0) is None
    assert asked.exact(1, 0, None) is None


@given(problems(), st.data())
def test_locks_and_bans_are_kept_while_a_pair_is_forced(
    problem: Problem, data: st.DataObject
) -> None:
    pairs = np.argwhere(problem.allowed).tolist()
    if not pairs:
        return
    case, coordinator = data.draw(st.sampled_from(pairs))
    allowed = problem.allowed.copy()
    banned = data.draw(st.sampled_from(pairs))
    allowed[tuple(banned)] &= banned == [case, coordinator]
    locked = replace(problem.with_lock(case, coordinator), allowed=allowed)
    solved = solve_round(locked, Limits())
    asked = Consequences(locked, solved, Limits())
    for i, j in np.argwhere(locked.allowed).tolist():
        effect = asked.exact(i, j)
        if i == case and j != coordinator:
            assert effect is None
        elif effect is not None:
            assert effect.loss == losses(locked, solved.values, i, j)


@given(problems(), st.integers(0, 2**32 - 1))
def test_the_order_of_the_lists_changes_no_consequence(problem: Problem, seed: int) -> None:
    n, m = problem.shape
    rng = np.random.default_rng(seed)
    rows, columns = rng.permutation(n), rng.permutation(m)
    shuffled = permuted(problem, rows, columns)
    one = Consequences(problem, solve_round(problem, Limits()), Limits())
    other = Consequences(shuffled, solve_round(shuffled, Limits()), Limits())
    for i, j in np.argwhere(shuffled.allowed).tolist():
        first = one.exact(int(rows[i]), int(columns[j]))
        second = other.exact(i, j)
        assert (first and first.loss) == (second and second.loss)


@given(problems())
def test_alone_is_what_the_round_loses_if_only_that_case_changes(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        changed = solved.plan.copy()
        changed[case] = coordinator
        alone = asked.alone(case, coordinator)
        effect = asked.exact(case, coordinator)
        assert (alone is None) == bool(breaches(problem, changed))
        if alone is not None and effect is not None:
            reached = (tier.goal.measure(problem, changed) for tier in asked.tiers)
            assert alone == tuple(v - t.value for v, t in zip(reached, asked.tiers, strict=True))
            assert alone >= effect.loss


@given(problems())
def test_a_round_that_is_not_proven_says_at_most_and_never_a_gain(problem: Problem) -> None:
    """The plan of the round may then be beaten; that is no consequence of a pair."""
    solved = solve_round(problem, Limits())
    nobody = np.full(problem.shape[0], UNPLACED, np.int64)
    nobody[[i for i, _ in problem.locks]] = [j for _, j in problem.locks]
    values = [tier.goal.measure(problem, nobody) for tier in solved.tiers]
    tiers = tuple(
        replace(tier, value=value, bound=tier.bound if t == 0 else -(10**6))
        for t, (tier, value) in enumerate(zip(solved.tiers, values, strict=True))
    )
    poor = Solved(nobody, tiers)
    asked = Consequences(problem, poor, Limits())
    if asked.is_proven:
        return
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        effect = asked.exact(case, coordinator)
        assert effect is not None
        assert effect.loss >= tuple(0 for _ in asked.tiers)
        assert effect.says is Says.AT_MOST
