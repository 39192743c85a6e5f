"""Which coordinators are looked at together when a plan is bettered in parts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from matcher.optimizer.core import improve as improving
from matcher.optimizer.core.improve import improve, likely_first
from matcher.optimizer.core.plan import Checked, checked
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, Expression, Program

NOTHING = np.zeros(0, np.int64)


def program_where_only_one_case_is_dear() -> Program:
    """Forty cases of forty coordinators, all alike but that case 7 is dear with coordinator 7."""
    pair = np.zeros((40, 40), np.int64)
    pair[7, 7] = 100
    return Program(
        open=np.ones((40, 40), np.bool_),
        may_stay_unplaced=np.zeros(40, np.bool_),
        workload=np.full((40, 40), 10, np.int64),
        capacity=np.full(40, 10, np.int64),
        objective=Expression(pair, np.zeros(40, np.int64), NOTHING),
    )


def test_most_often_the_first_is_one_whose_case_would_cost_less_with_another() -> None:
    program, draw = program_where_only_one_case_is_dear(), np.random.default_rng(1)
    near = program.objective.pair
    drawn = Counter(likely_first(program, np.arange(40), near, draw) for _ in range(400))
    assert drawn[7] > 300
    assert len(drawn) > 20, "everybody has a chance: what is dear may be won by others' moves"


def test_often_the_first_is_one_who_is_nearest_to_a_case_that_waits() -> None:
    program = program_where_only_one_case_is_dear()
    dear_alone = replace(program.objective, unplaced=np.full(40, 1_000, np.int64))
    program = replace(program, may_stay_unplaced=np.arange(40) == 3, objective=dear_alone)
    near, plan = np.ones((40, 40), np.int64), np.arange(40)
    near[3, 21], plan[3] = 0, UNPLACED
    draw = np.random.default_rng(1)
    drawn = Counter(likely_first(program, plan, near, draw) for _ in range(400))
    assert drawn[21] > 120, "without it, one of forty: ten"
    assert drawn[7] > 120, "what is dear isn't forgotten for it"


def test_a_plan_where_one_case_is_dear_is_bettered_at_the_first_try() -> None:
    program = program_where_only_one_case_is_dear()
    begun = checked(program, np.arange(40))
    assert begun is not None
    found = improve(
        program,
        begun,
        program.open,
        program.objective.pair,
        bound=0,
        rounds=3,
        patience=3,
        watch=Watch.for_seconds(None),
        seed=0,
    )
    assert found.objective == 0


def program_of(cases: int, coordinators: int) -> Program:
    """So many cases, all alike, of so many coordinators with room for them."""
    pair = np.ones((cases, coordinators), np.int64)
    return Program(
        open=np.ones((cases, coordinators), np.bool_),
        may_stay_unplaced=np.zeros(cases, np.bool_),
        workload=np.full((cases, coordinators), 10, np.int64),
        capacity=np.full(coordinators, 10 * cases, np.int64),
        objective=Expression(pair, np.zeros(cases, np.int64), NOTHING),
    )


def tries(
    monkeypatch: pytest.MonkeyPatch,
    program: Program,
    each_gains: int,
    patience: int,
    settled: int = 250,
) -> list[int]:
    """How many cases were looked at together at each of at most forty tries.

    More than ``settled`` at once are too many to settle.
    """
    together: list[int] = []

    def told(_program: object, _parts: object, best: Checked, *rest: Any) -> tuple[Checked, bool]:
        group = rest[2]
        together.append(int(np.isin(best.plan, group).sum()))
        better = replace(best, objective=best.objective - each_gains)
        return better, together[-1] <= settled

    monkeypatch.setattr(improving, "_resettle", told)
    n, m = program.shape
    begun = Checked(np.arange(n) % m, 10_000, np.zeros(0))
    improve(
        program,
        begun,
        program.open,
        program.objective.pair,
        bound=0,
        rounds=40,
        patience=patience,
        watch=Watch.for_seconds(None),
        seed=0,
    )
    return together


def test_in_a_large_program_more_cases_are_looked_at_together_and_sooner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = tries(monkeypatch, program_of(400, 80), 0, 30)
    large = tries(monkeypatch, program_of(800, 160), 0, 30)
    assert small[0] == large[0] == 60
    assert len(small) == len(large) == 30, "patience is the same"
    assert small[-1] < 110 < large[14]
    assert 200 < max(large) <= 250, "so large that what ties cases together is inside"


def test_in_a_large_program_each_gain_is_followed_by_few_cases_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together = tries(monkeypatch, program_of(800, 160), 30, 30)
    worth_counting = range(7, 40, 7)
    assert max(together[:7]) > 60, "the first gains add up at the seventh try"
    assert all(together[after] == 60 for after in worth_counting if after < len(together))


def test_in_a_large_program_more_cases_than_can_be_settled_are_followed_by_fewer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together = tries(monkeypatch, program_of(800, 160), 0, 30, settled=100)
    after_too_many = [b < a for a, b in pairwise(together) if a > 100]
    assert len(after_too_many) > 1, "it is tried again: another part may be easier"
    assert all(after_too_many)
    assert min(together) == 60, "never fewer than to begin with"


def test_gains_too_small_to_count_one_by_one_count_when_they_have_added_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_fiftieth_of_the_way_in_two = tries(monkeypatch, program_of(400, 80), 101, 3)
    assert len(a_fiftieth_of_the_way_in_two) == 40
    in_twenty = tries(monkeypatch, program_of(400, 80), 10, 3)
    assert len(in_twenty) == 3
