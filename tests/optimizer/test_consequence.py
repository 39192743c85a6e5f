"""What forcing a pair does to the round is what the best round with that pair loses."""

import numpy as np
from hypothesis import given

from matcher.domain.plan import Says
from matcher.optimizer.check import breaches
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, problems, round_of, values


def losses(problem: Problem, base: tuple[int, ...], case: int, coordinator: int) -> tuple[int, ...]:
    """The least that any plan with the pair loses, tier by tier, the draw left out."""
    forced = problem.with_lock(case, coordinator)
    best = min(values(problem, plan)[:-1] for plan in kept_plans(forced))
    return tuple(value - held for value, held in zip(best, base, strict=False))


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
