"""A service is in demand when more of its hours would make the round better."""

from __future__ import annotations

from functools import cache

from matcher.domain.roster import Roster
from matcher.explain.demand import HOURS, Demands, demand
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.profiles.load import load
from matcher.sample import generate
from tests.explain.rounds import ON
from tests.fidelity.acting import with_coordinator


@cache
def short(slack: float = 0.8) -> SolvedRound:
    roster = generate(municipality="farsund", cases=10, coordinators=6, seed=4, on=ON, slack=slack)
    return solve(RoundRequest(roster, load("farsund")))


@cache
def told_of_short() -> Demands:
    return demand(short())


def test_more_hours_in_the_service_give_what_is_told() -> None:
    told = told_of_short()
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
    gains = [row.gain for row in told_of_short().services]
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


def test_with_no_time_one_service_is_tried_and_the_rest_are_counted() -> None:
    heard: list[str] = []
    told = demand(short(), most_seconds=0, told=lambda step, share: heard.append(step))
    everybody = short().request.roster.coordinators
    services = {person.service for person in everybody if person.agreed_hours_per_month}
    assert len(heard) == 1
    assert told.ran_out
    assert f"Tjenester som står igjen: {len(services) - 1}." in told.says


def test_with_time_enough_nothing_is_left() -> None:
    assert not told_of_short().ran_out
    assert "står igjen" not in told_of_short().says
