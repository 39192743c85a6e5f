"""The ranking of a case is the same however the work is shared, and follows the losses."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from matcher.explain import ranking_all
from matcher.explain.ranking import Candidate, Depth, depth_for
from matcher.explain.ranking_all import ranked_all
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.profiles.load import load
from tests.explain.rounds import roster


@pytest.fixture(scope="module")
def round_() -> SolvedRound:
    return solve(RoundRequest(roster("farsund", 9, 5, 2), load("farsund")))


def told(ranked: list[list[Candidate]]) -> list[list[tuple[int, tuple[int, ...], str, list[int]]]]:
    return [
        [(c.coordinator, c.effect.loss, c.effect.says, c.effect.plan.tolist()) for c in row]
        for row in ranked
    ]


def test_a_part_in_another_process_says_what_it_says_here(round_: SolvedRound) -> None:
    """What is sent to a process is all that it needs, and it answers as it would have here."""
    depth = depth_for(round_.problem, patient=True)
    packed = pickle.dumps(round_.consequences.anew())
    there = [
        ranking_all._ranked(packed, case, depth, depth.work_a_case * done)
        for done, case in enumerate(range(0, round_.problem.shape[0], depth.parts), 1)
    ]
    with pytest.MonkeyPatch.context() as one_core:
        one_core.setattr(ranking_all, "cpu_count", lambda: 1)
        here = ranked_all(round_.consequences, depth, lambda share: None)
    assert told(pickle.loads(pickle.dumps(there))) == told(here[:: depth.parts])


@pytest.mark.soak
def test_parts_side_by_side_say_what_parts_in_turn_say(
    round_: SolvedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One core or several: the answer is the same, the moves and all."""
    depth = depth_for(round_.problem, patient=True)
    shares: list[float] = []
    monkeypatch.setattr(ranking_all, "cpu_count", lambda: 2)
    side_by_side = ranked_all(round_.consequences, depth, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    monkeypatch.setattr(ranking_all, "cpu_count", lambda: 1)
    assert told(ranked_all(round_.consequences, depth, shares.append)) == told(side_by_side)


def test_a_patient_round_proves_every_pair_and_loses_no_other_than_a_quick_one(
    round_: SolvedRound,
) -> None:
    patient = replace(depth_for(round_.problem, patient=True), parts=1)
    exactly = ranked_all(round_.consequences.anew(), patient, lambda share: None)
    quickly = ranked_all(
        round_.consequences.anew(), Depth(exact=0, all_pairs=True), lambda share: None
    )
    for proven, found in zip(exactly, quickly, strict=True):
        assert all(candidate.effect.is_exact for candidate in proven)
        least = {candidate.coordinator: candidate.effect.loss for candidate in proven}
        assert {c.coordinator for c in found} <= least.keys()
        assert all(least[c.coordinator] <= c.effect.loss for c in found)


def test_the_plans_own_choice_comes_first_and_the_rest_by_what_they_cost(
    round_: SolvedRound,
) -> None:
    ranked = ranked_all(round_.consequences.anew(), Depth(1, all_pairs=True), lambda share: None)
    for case, row in enumerate(ranked):
        chosen = int(round_.solved.plan[case])
        assert [c.coordinator == chosen for c in row[1:]] == [False] * (len(row) - 1)
        losses = [candidate.effect.loss for candidate in row]
        assert losses == sorted(losses)
