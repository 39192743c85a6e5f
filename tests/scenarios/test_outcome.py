"""A scenario begun from the base plan reaches what a round solved afresh does, goal by goal."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.domain.vocabulary import Service
from matcher.explain.solved_round import solve
from matcher.optimizer.check import breaches
from matcher.optimizer.program import UNPLACED
from matcher.optimizer.solve import solve_round
from matcher.scenarios.changes import (
    Hours,
    Leaves,
    NewCases,
    NewPosition,
    ScenarioChange,
    UnitClosed,
    WeightChanged,
)
from matcher.scenarios.keeping import place_the_rest, standing
from matcher.scenarios.outcome import carried_over, outcome_of, outcome_with
from tests.scenarios.what_if import base, busiest, scenario, solved, values

ROUNDS = [(1, 1.15), (2, 0.85), (4, 0.85), (5, 1.15)]


def changes_of(seed: int, slack: float) -> list[ScenarioChange]:
    begun = base(seed, slack)
    unit = next(p.unit for p in begun.request.roster.coordinators if p.unit)
    return [
        Leaves(coordinator=busiest(begun)),
        Hours(coordinator=busiest(begun), more_hours_per_month=4),
        NewPosition(service=Service.HEALTH_STATION, percent=50),
        UnitClosed(unit=unit),
        NewCases(count=3, seed=seed),
        WeightChanged(criterion="onske", weight=50),
    ]


@pytest.mark.parametrize(("seed", "slack"), ROUNDS)
def test_the_goals_are_those_of_a_round_solved_afresh(seed: int, slack: float) -> None:
    for change in changes_of(seed, slack):
        tried = scenario(change)
        begun = outcome_with(base(seed, slack), tried)
        afresh = outcome_of(solve(tried.made(base(seed, slack).request)))
        assert begun.is_proven
        assert values(begun) == values(afresh)


@pytest.mark.parametrize(("seed", "slack"), ROUNDS)
def test_where_others_keep_theirs_the_rest_is_placed_as_well_as_in_the_whole_round_locked(
    seed: int, slack: float
) -> None:
    """The folded problem has the same optimum, goal by goal, as the round with nothing folded."""
    for change in changes_of(seed, slack):
        tried = scenario(change, others_keep=True)
        after = outcome_with(base(seed, slack), tried)
        problem = after.problem
        kept = standing(problem, carried_over(base(seed, slack).chosen, problem))
        stands = np.flatnonzero(kept != UNPLACED)
        allowed = problem.allowed.copy()
        allowed[stands] &= kept[stands, None] == np.arange(problem.shape[1])
        locks = tuple((i, int(kept[i])) for i in stands.tolist())
        whole = solve_round(replace(problem, allowed=allowed, locks=locks), solved().limits)
        assert after.is_proven
        goals = [tier for tier in whole.tiers if tier.goal.id != "draw"]
        assert values(after) == {t.goal.id: t.value / t.goal.scale for t in goals}
        assert (after.plan[stands] == kept[stands]).all()
        assert not breaches(problem, after.plan)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_change_that_touches_nothing_changes_nothing(seed: int) -> None:
    begun = base(seed)
    person = begun.request.roster.coordinator_by_id[busiest(begun)]
    nothing = [
        scenario(),
        scenario(Hours(coordinator=busiest(begun), more_hours_per_month=0)),
        scenario(
            Hours(coordinator=person.id, more_hours_per_month=2),
            Hours(coordinator=person.id, more_hours_per_month=-2),
        ),
        scenario(WeightChanged(criterion="onske", weight=20)),
    ]
    assert begun.request.profile.criteria.onske.weight == 20
    for tried in (
        nothing[:2] + ([nothing[2]] if person.agreed_hours_per_month else []) + nothing[3:]
    ):
        after = outcome_with(begun, tried)
        assert after.chosen == begun.chosen
        assert after.goals == begun.goals


def test_what_no_longer_fits_beside_the_heavier_does_not_stand() -> None:
    begun = base()
    person = busiest(begun)
    j = begun.posed.pairs.coordinator_index[person]
    theirs = np.flatnonzero(begun.plan == j)
    heaviest = int(begun.problem.workload[theirs, j].max())
    capacity = begun.problem.capacity.copy()
    capacity[j] = heaviest
    problem = replace(begun.problem, capacity=capacity)
    kept = standing(problem, begun.plan)
    assert len(theirs) > 1
    assert begun.problem.workload[kept == j, j].sum() <= heaviest
    assert (kept == j).sum() == 1
    assert not breaches(problem, place_the_rest(problem, kept, solved().limits).plan)
