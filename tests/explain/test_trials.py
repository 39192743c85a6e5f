"""How much is tried for one question: less where each try takes longer, and it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.choice import Choice
from matcher.explain import trials
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.explain.what_would_change import WhatWouldChange, what_would_change
from matcher.profiles.load import load
from tests.explain.rounds import roster


@pytest.fixture(scope="module")
def round_() -> SolvedRound:
    return solve(RoundRequest(roster("farsund", 9, 5, 2), load("farsund")))


def another(round_: SolvedRound) -> tuple[str, str]:
    """A case, and somebody who isn't suggested for it."""
    placed = ((case, who) for case, who in round_.chosen_by_id.items() if who is not None)
    case, chosen = next(placed)
    return case, next(id_ for id_ in round_.problem.coordinator_ids if id_ != chosen)


def test_a_small_round_is_tried_for_a_minute_and_a_larger_for_longer(
    round_: SolvedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trials.seconds_for(round_) == trials.MOST_SECONDS
    monkeypatch.setattr(trials, "is_small", lambda problem: False)
    assert trials.seconds_for(round_) == trials.PATIENT_SECONDS > trials.MOST_SECONDS


def test_however_large_the_round_one_change_is_tried_even_with_no_time(
    round_: SolvedRound,
) -> None:
    told = what_would_change(round_, *another(round_), most_seconds=0)
    assert told.rounds_run == 1
    assert told.ran_out
    assert "stanset før alt var prøvd" in told.says


def test_whoever_waits_hears_of_each_round_and_of_the_ways_found(round_: SolvedRound) -> None:
    heard: list[tuple[str, float]] = []
    told = what_would_change(
        round_,
        *another(round_),
        most_runs=5,
        told=lambda step, share: heard.append((step, share)),
    )
    assert len(heard) == told.rounds_run
    assert [f"nummer {k + 1}." in step for k, (step, _) in enumerate(heard)] == [True] * len(heard)
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_each_way_is_told_when_it_is_found_as_an_answer_that_is_not_finished(
    round_: SolvedRound,
) -> None:
    """To lift a ban is tried first, and works."""
    placed = ((case, who) for case, who in round_.chosen_by_id.items() if who is not None)
    case, chosen = next(placed)
    ban = Choice(case=case, coordinator=chosen)
    banned = solve(replace(round_.request, bans=(ban,)))
    heard: list[WhatWouldChange] = []
    told = what_would_change(banned, case, chosen, so_far=heard.append)
    assert heard
    assert [answer.ways for answer in heard] == [
        told.ways[:count] for count in range(1, len(told.ways) + 1)
    ]
    for answer in heard:
        assert answer.ran_out
        assert answer.rounds_run <= told.rounds_run
        assert "stanset før alt var prøvd" in answer.says
