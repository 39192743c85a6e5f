"""A round that was run before is taken up again as it was, or not at all."""

from __future__ import annotations

import pytest

from matcher.explain.solved_round import NotInRound, RoundRequest, resumed, solve
from matcher.explain.why_not import why_not
from matcher.profiles.load import builtin, load
from tests.explain.rounds import plan, roster


@pytest.mark.parametrize("profile", builtin())
def test_a_round_that_is_resumed_answers_as_the_round_that_was_solved(profile: str) -> None:
    request = RoundRequest(roster(profile), load(profile))
    again, solved = resumed(request, plan(profile)), solve(request)
    assert again is not None
    assert again.chosen_by_id == solved.chosen_by_id
    for case in solved.problem.case_ids[:3]:
        for coordinator in solved.problem.coordinator_ids[:3]:
            first, second = (why_not(each, case, coordinator) for each in (again, solved))
            assert first.losses == second.losses
            assert first.answer == second.answer


def test_another_rounds_plan_is_not_taken_up() -> None:
    request = RoundRequest(roster(), load("farsund"))
    assert resumed(request, plan(seed=8)) is None
    assert resumed(request, plan("as")) is None


def test_a_plan_whose_goals_are_told_otherwise_is_not_taken_up() -> None:
    told = plan()
    goals = tuple(g.model_copy(update={"value": g.value + 1}) for g in told.round.goals)
    lie = told.model_copy(update={"round": told.round.model_copy(update={"goals": goals})})
    assert resumed(RoundRequest(roster(), load("farsund")), lie) is None


def test_who_is_not_in_the_round_is_told_with_who_was_probably_meant() -> None:
    round_ = solve(RoundRequest(roster(), load("farsund")))
    with pytest.raises(NotInRound, match="Kanskje mente du «S-001»"):
        round_.case("s-001 ")
    with pytest.raises(NotInRound, match="finnes ikke i runden"):
        round_.coordinator("ukjent")
