"""Where all hours are equal, shortest paths give every consequence, as solving again would."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.plan import Says
from matcher.optimizer.check import breaches
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.consequences.digits import Digits
from matcher.optimizer.consequences.residual import Residual
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import problems, round_of
from tests.optimizer.tiny_losses import losses


@st.composite
def equal_hours(draw: st.DrawFn) -> Problem:
    """A tiny round where every case takes as long and siblings don't matter."""
    problem = draw(problems())
    each = draw(st.sampled_from([100, 250]))
    carried = np.bincount(
        problem.current[(problem.current >= 0) & problem.settled], minlength=problem.shape[1]
    )
    workload = np.full_like(problem.workload, each)
    capacity = np.maximum(problem.capacity, carried * each)
    return replace(
        problem,
        workload=workload,
        capacity=capacity,
        allowed=problem.allowed & (workload <= capacity),
        families=(),
        siblings_must_share=False,
    )


@given(equal_hours())
def test_every_pair_loses_what_the_best_plan_with_it_loses(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        effect = asked.at_most(case, coordinator)
        assert effect is not None
        assert effect.says is Says.EXACT
        assert effect.loss == losses(problem, solved.values, case, coordinator)


@given(equal_hours())
def test_the_chain_is_a_plan_that_holds_and_loses_just_that(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    asked = Consequences(problem, solved, Limits())
    for case, coordinator in np.argwhere(problem.allowed).tolist():
        effect = asked.at_most(case, coordinator)
        assert effect is not None
        assert breaches(problem.with_lock(case, coordinator), effect.plan) == []
        reached = tuple(tier.goal.measure(problem, effect.plan) for tier in asked.tiers)
        assert reached == tuple(
            tier.value + lost for tier, lost in zip(asked.tiers, effect.loss, strict=True)
        )


def test_a_chain_goes_on_until_somebody_has_room() -> None:
    """S-0 takes S-1's place with K-1, who takes S-2's with K-2; only K-0 has room again."""
    problem = round_of([[90, 80, 0], [0, 90, 85], [85, 0, 90]], [2, 2, 2], [2, 2, 2])
    solved = solve_round(problem, Limits())
    effect = Consequences(problem, solved, Limits()).at_most(0, 1)
    assert effect is not None
    assert effect.plan.tolist() == [1, 2, 0]


def test_a_plan_that_is_not_the_best_has_no_consequences() -> None:
    """A cycle that costs less than nothing shows it: exactness is not taken on trust."""
    problem = round_of([[90, 10], [10, 90]], [2, 2], [2, 2])
    stakes = Stakes.of(problem, (*placing(problem), *choosing(problem)))
    assert stakes is not None
    assert Residual.of(stakes, np.array([1, 0])) is None
    assert Residual.of(stakes, np.array([0, 1])) is not None


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(-(10**9), 10**9)), min_size=1, max_size=9)
)
def test_digits_keep_every_number_and_their_order(sizes: list[tuple[int, int]]) -> None:
    most = [max(size, abs(value)) for size, value in sizes]
    values = np.array([[value, 0] for _, value in sizes], np.int64)
    digits = Digits.of(most)
    packed = digits.pack_all(values)
    assert (digits.unpack(packed) == values).all()
    less = digits.is_less(packed[:, :1], packed[:, 1:])
    assert bool(less[0]) == (values[:, 0].tolist() < values[:, 1].tolist())
