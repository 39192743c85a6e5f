"""A large round short of hours: a plan of the round, and bounds that no plan goes below."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from matcher.optimizer import families, solve
from matcher.optimizer.check import breaches
from matcher.optimizer.goals import placing, siblings_together
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Limits
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.solve import place, solve_round
from tests.optimizer.tiny import kept_plans, plain_model, problems, round_of, values


@pytest.fixture(autouse=True)
def _any_round_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (families, solve):
        monkeypatch.setattr(module, "is_large", lambda *_: True)


tied = problems().filter(lambda problem: bool(problem.families))


@given(tied)
def test_no_bound_is_above_the_best_of_all_plans(problem: Problem) -> None:
    """Tier by tier, as far as the tiers above are at their best."""
    solved = solve_round(problem, Limits())
    assert breaches(problem, solved.plan) == []
    best = min(values(problem, plan) for plan in kept_plans(problem))
    for tier, value in zip(solved.tiers, best, strict=True):
        assert tier.bound <= value
        if tier.value != value:
            break


@given(tied)
def test_who_is_placed_is_settled_before_and_stays_so(problem: Problem) -> None:
    solved = solve_round(problem, Limits())
    best = min(values(problem, plan) for plan in kept_plans(problem))
    settled = len(placing(problem))
    assert solved.values[:settled] == best[:settled]


@given(tied)
def test_a_family_stays_as_the_plan_has_it(problem: Problem) -> None:
    """Every plan of the simpler model has as few coordinators a family as the plan it is from."""
    model, placed = place(problem, Limits(), start=None, notice=lambda under_way: None)
    kept = families.as_they_are(model, placed.plan, [])
    start = kept.start_of(placed.plan)
    assert start is not None
    for family in problem.families:
        theirs = {g for g, group in enumerate(kept.groups) if set(group) & set(family)}
        have = [g for g in theirs if kept.open[g].any()]
        assert len(have) == len({int(placed.plan[i]) for i in family} - {UNPLACED})


def test_a_round_without_families_is_what_it_was() -> None:
    problem = round_of([[80, 20], [70, 60], [10, 90]], [2, 2, 2], [4, 2])
    model, placed = place(problem, Limits(), start=None, notice=lambda under_way: None)
    assert not families.is_tied(model)
    assert np.array_equal(solve_round(problem, Limits()).plan, [0, 0, 1])
    assert placed.values == (0,) * len(placed.values)


@given(tied)
def test_bringing_families_together_costs_nobody_anything(problem: Problem) -> None:
    """Whoever is placed stays so, and there are no more coordinators beyond the first."""
    problem = replace(problem, siblings_must_share=False)
    model, placed = place(problem, Limits(), start=None, notice=lambda under_way: None)
    found = families.brought_together(model, placed.plan, seed=0)
    assert breaches(problem, found) == []
    assert [g.measure(problem, found) for g in placing(problem)] == list(placed.values)
    beyond = siblings_together.measure
    assert beyond(problem, found) <= beyond(problem, placed.plan)


def test_a_family_is_brought_together_by_giving_another_case_away() -> None:
    """K-0 has the hours for both siblings once S-2 is with K-1."""
    problem = replace(round_of([[50, 50]] * 3, [2, 2, 2], [4, 3]), families=((0, 1),))
    problem = replace(problem, allowed=np.array([[True, False], [True, True], [True, True]]))
    model = plain_model(problem)
    for requirement in REQUIREMENTS:
        requirement.post(model)
    assert families.brought_together(model, np.array([0, 1, 0]), seed=0).tolist() == [0, 0, 1]
