"""How much is tried for one question: less where each try takes longer, and it is said."""

from __future__ import annotations

import pytest

from matcher.explain import trials
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.explain.what_would_change import what_would_change
from matcher.profiles.load import load
from tests.explain.rounds import roster


@pytest.fixture(scope="module")
def round_() -> SolvedRound:
    return solve(RoundRequest(roster("farsund", 9, 5, 2), load("farsund")))


def another(round_: SolvedRound) -> tuple[str, str]:
    """A case, and somebody who isn't suggested for it."""
    case, chosen = next(row for row in round_.chosen_by_id.items() if row[1] is not None)
    return case, next(id_ for id_ in round_.problem.coordinator_ids if id_ != chosen)


def test_a_round_of_middling_size_gets_a_few_tries(
    round_: SolvedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "is_small", lambda problem: False)
    told = what_would_change(round_, *another(round_))
    assert 0 < told.rounds_run <= trials.FEW_RUNS
    assert told.ran_out == ("stanset før alt var prøvd" in told.says)


def test_a_large_round_gets_none_and_it_is_said_why(
    round_: SolvedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "is_small", lambda problem: False)
    monkeypatch.setattr(trials, "MIDDLING_PAIRS", 0)
    told = what_would_change(round_, *another(round_))
    assert (told.rounds_run, told.ways) == (0, ())
    assert told.says.startswith("Runden er stor")
