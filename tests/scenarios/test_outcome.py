"""A scenario begun from the base plan reaches what a round solved afresh does, goal by goal."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role, Service
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
from matcher.scenarios.compare import Touch, compare
from matcher.scenarios.keeping import place_the_rest, standing
from matcher.scenarios.outcome import carried_over, outcome_from, outcome_of, outcome_with
from tests.scenarios.what_if import SMALL, base, busiest, scenario, solved, values

LARGER = ((1, 1.15), (2, 0.85), (4, 0.85), (5, 1.15))
ROUNDS = [SMALL, *(pytest.param((*each, 14, 7), marks=pytest.mark.soak) for each in LARGER)]
Made = tuple[int, float, int, int]
"""Seed, slack in hours, cases and coordinators of a round."""


def changes_of(made: Made) -> list[ScenarioChange]:
    begun = base(*made)
    unit = next(p.unit for p in begun.request.roster.coordinators if p.unit)
    return [
        Leaves(coordinator=busiest(begun)),
        Hours(coordinator=busiest(begun), more_hours_per_month=4),
        NewPosition(service=Service.HEALTH_STATION, percent=50),
        UnitClosed(unit=unit),
        NewCases(count=3, seed=made[0]),
        WeightChanged(criterion="onske", weight=50),
    ]


@pytest.mark.parametrize("made", ROUNDS)
def test_the_goals_are_those_of_a_round_solved_afresh(made: Made) -> None:
    for change in changes_of(made):
        tried = scenario(change)
        begun = outcome_with(base(*made), tried)
        afresh = outcome_of(solve(tried.made(base(*made).request)))
        assert begun.is_proven
        assert values(begun) == values(afresh)


@pytest.mark.parametrize("made", ROUNDS)
def test_where_others_keep_theirs_the_rest_is_placed_as_well_as_in_the_whole_round_locked(
    made: Made,
) -> None:
    """The folded problem has the same optimum, goal by goal, as the round with nothing folded."""
    for change in changes_of(made):
        tried = scenario(change, others_keep=True)
        after = outcome_with(base(*made), tried)
        problem = after.problem
        kept = standing(problem, carried_over(base(*made).chosen, problem))
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


@pytest.mark.soak
def test_where_hours_are_short_every_goal_of_five_new_cases_is_proven() -> None:
    """Who waits is then told apart from who was just not found a place."""
    begun = base(1, 1.15, 55, 24)
    after = outcome_with(begun, scenario(NewCases(count=5)))
    waiting = [goal for goal in after.goals if goal.id == "waiting"]
    assert waiting[0].value > 0
    assert after.is_proven


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


def test_who_is_owed_nobody_does_not_keep_one_who_has_left() -> None:
    """The rules aren't asked of such a case; that the coordinator is gone holds all the same."""
    begun = base(1)
    roster, person = begun.request.roster, busiest(begun)
    case = roster.cases[0].model_copy(
        update={"services": (), "long_term_need": False, "current_coordinator": person}
    )
    cases = (case, *roster.cases[1:])
    with_one = Roster.of(roster.on, cases, roster.coordinators, roster.units)
    request = replace(begun.request, roster=with_one)
    problem = request.posed().problem
    assert problem.roles[problem.case_ids.index(case.id)] is Role.NONE
    after = outcome_from(begun, request, others_keep=True)
    assert after.chosen[case.id] == person
    leaves = scenario(Leaves(coordinator=person))
    gone = outcome_with(after, leaves)
    assert gone.chosen.get(case.id) is None
    (touched,) = (one for one in compare(after, gone, leaves).touched if one.case == case.id)
    assert touched.touch is Touch.LOSES


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


@pytest.mark.parametrize("made", [SMALL, (8, 1.3, 9, 4)])
def test_of_equally_good_plans_the_one_that_moves_fewest_is_told(
    made: tuple[int, float, int, int],
) -> None:
    """A round solved afresh draws lots among them, and may move somebody for that alone."""
    begun = base(*made)
    for change in changes_of(made):
        tried = scenario(change)
        after, afresh = outcome_with(begun, tried), solve(tried.made(begun.request))
        moved, drawn = (
            sum(chosen.get(case) != now for case, now in begun.chosen.items())
            for chosen in (after.chosen, afresh.chosen_by_id)
        )
        assert moved <= drawn
        if made != SMALL and isinstance(change, NewCases):
            assert (moved, drawn) == (1, 2)
