"""What is told to clash, clashes; and each choice in it is needed for that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.choice import Choice
from matcher.explain.solved_round import RoundRequest
from matcher.optimizer.choices import ChoicesClash
from matcher.optimizer.conflict import Settled, smallest_clashes, stand
from matcher.optimizer.problem import Problem
from matcher.profiles.load import load
from tests.explain.rounds import roster
from tests.optimizer.tiny import problems, round_of


def lock(case: int, coordinator: int) -> Settled:
    return Settled(case, coordinator, is_lock=True)


def test_the_small_case_that_makes_no_difference_is_left_out() -> None:
    """Ten hours; six, five and one are locked: the one is no part of the clash."""
    round_ = round_of([[50]] * 3, [6, 5, 1], [10])
    assert smallest_clashes(round_, [(0, 0), (1, 0), (2, 0)], []) == [(lock(0, 0), lock(1, 0))]


def test_each_coordinator_with_too_much_is_told() -> None:
    round_ = round_of([[50, 50]] * 4, [6, 6, 6, 6], [6, 6])
    told = smallest_clashes(round_, [(0, 0), (1, 0), (2, 1), (3, 1)], [])
    assert [{c.coordinator for c in clash} for clash in told] == [{0}, {1}]


def test_a_lock_and_a_ban_of_the_same_pair_clash() -> None:
    round_ = round_of([[50, 50]], [1], [1, 1])
    assert smallest_clashes(round_, [(0, 0)], [(0, 0), (0, 1)]) == [
        (Settled(0, 0, is_lock=False), lock(0, 0))
    ]


def test_siblings_who_must_share_can_not_be_locked_apart() -> None:
    round_ = replace(
        round_of([[50, 50]] * 2, [1, 1], [9, 9]), families=((0, 1),), siblings_must_share=True
    )
    assert smallest_clashes(round_, [(0, 0), (1, 1)], []) == [(lock(0, 0), lock(1, 1))]


def test_choices_that_stand_are_no_clash() -> None:
    assert smallest_clashes(round_of([[50]], [1], [1]), [(0, 0)], []) == []


def test_ke_is_told_the_few_that_clash_and_may_give_up_any_of_them() -> None:
    asked = RoundRequest(roster(), load("farsund"))
    problem = asked.posed().problem
    j = int(problem.allowed.sum(axis=0).argmax())
    who = problem.coordinator_ids[j]
    cases = [problem.case_ids[i] for i in np.flatnonzero(problem.allowed[:, j])]
    locks = tuple(Choice(case=id_, coordinator=who) for id_ in cases)
    with pytest.raises(ChoicesClash) as told:
        replace(asked, locks=locks).posed()
    clash = next(f.message for f in told.value.findings if "kan ikke stå sammen" in f.message)
    named = tuple(lock for lock in locks if f"{lock.case} låst til {who}" in clash)
    assert len(named) > 1
    for given_up in named:
        replace(asked, locks=tuple(lock for lock in named if lock != given_up)).posed()
    with pytest.raises(ChoicesClash):
        replace(asked, locks=named).posed()


@settings(max_examples=50, deadline=None)
@given(problems(), st.integers(0, 2**32 - 1))
def test_a_clash_clashes_and_stands_without_any_one_of_it(round_: Problem, seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, m = round_.shape
    locks = [(int(rng.integers(n)), int(rng.integers(m))) for _ in range(4)]
    bans = [(int(rng.integers(n)), int(rng.integers(m))) for _ in range(3)]
    for clash in smallest_clashes(round_, locks, bans):
        assert not stand(round_, clash)
        for choice in clash:
            assert stand(round_, [other for other in clash if other != choice])
