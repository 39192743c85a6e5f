"""A service is in demand when more of its hours would make the round better."""

from __future__ import annotations

from functools import cache

import pytest

from matcher.domain.roster import Roster
from matcher.explain.demand import HOURS, demand
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.profiles.load import load
from matcher.sample import generate
from tests.explain.rounds import ON
from tests.fidelity.acting import with_coordinator


@cache
def short(slack: float = 0.8) -> SolvedRound:
    roster = generate(municipality="farsund", cases=10, coordinators=6, seed=4, on=ON, slack=slack)
    return solve(RoundRequest(roster, load("farsund")))


def test_more_hours_in_the_service_give_what_is_told() -> None:
    told = demand(short())
    assert told.services
    for row in told.services:
        request = short().request
        for id_ in row.coordinators:
            hours = request.roster.coordinator_by_id[id_].free_hours_per_month or 0.0
            bound = request.roster.coordinator_by_id[id_].bound_hours_per_month or 0.0
            agreed = hours + bound + HOURS
            request = with_coordinator(request, id_, agreed_hours_per_month=agreed)
        after = solve(request).chosen_by_id
        placed = [
            sum(to is not None for to in each.values()) for each in (short().chosen_by_id, after)
        ]
        assert placed[1] - placed[0] == row.more_placed


def test_the_most_wanted_comes_first() -> None:
    gains = [row.gain for row in demand(short()).services]
    assert gains == sorted(gains, reverse=True)


def test_where_everybody_has_hours_to_spare_nobody_is_in_demand() -> None:
    before = short().request
    people = [
        person.model_copy(update={"agreed_hours_per_month": 500.0})
        for person in before.roster.coordinators
    ]
    ample = Roster.of(before.roster.on, before.roster.cases, people, before.roster.units)
    told = demand(solve(RoundRequest(ample, before.profile)))
    assert told.services == ()
    assert "ingen av dem" in told.says


def test_nothing_is_silent_of_a_round_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.explain.demand.is_small", lambda problem: False)
    told = demand(short())
    assert told.services == ()
    assert "for stor" in told.says
