"""Suggestions are ranked by what each does to the round, and say what their numbers are."""

import pytest

from matcher.domain.choice import Choice
from matcher.domain.plan import CasePlan, Says
from matcher.entitlement import placed_in_round
from matcher.explain.solved_round import RoundRequest, solve
from matcher.profiles.load import builtin, load
from tests.explain.rounds import plan, roster


def open_cases(profile: str) -> list[CasePlan]:
    return [c for c in plan(profile).cases if c.coordinator and not c.kept and c.suggestions]


@pytest.mark.parametrize("profile", builtin())
def test_everybody_is_either_suggested_or_refused_with_a_reason(profile: str) -> None:
    everyone = {coordinator.id for coordinator in roster(profile).coordinators}
    for case in plan(profile).cases:
        if placed_in_round(case.entitlement.role, load(profile)):
            suggested = {s.coordinator for s in case.suggestions}
            refused = {r.coordinator for r in case.refused}
            assert not suggested & refused
            assert suggested | refused == everyone
            assert all(rule.because and rule.source for r in case.refused for rule in r.rules)


@pytest.mark.parametrize("profile", builtin())
def test_a_number_that_is_said_to_be_exact_is_what_the_round_loses(profile: str) -> None:
    """Force the pair for real: the goals fall by exactly what was said, and no less."""
    goals = plan(profile).round.goals
    for case in open_cases(profile)[:2]:
        for suggestion in case.suggestions[1:3]:
            consequence = suggestion.consequence
            lock = Choice(case=case.case, coordinator=suggestion.coordinator, reason="prøve")
            forced = solve(RoundRequest(roster(profile), load(profile), locks=(lock,)))
            lost = tuple(
                round(tier.value / tier.goal.scale - goal.value, 6)
                for tier, goal in zip(forced.consequences.tiers, goals, strict=True)
            )
            said = tuple(round(loss, 6) for loss in consequence.loss)
            if consequence.says is Says.EXACT:
                assert said == lost
            else:
                assert said >= lost


@pytest.mark.parametrize("profile", builtin())
def test_the_first_ten_tell_every_criterion_that_weighs(profile: str) -> None:
    weighing = [
        name
        for name in type(load(profile).criteria).model_fields
        if getattr(load(profile).criteria, name).weight
    ]
    for case in plan(profile).cases:
        for suggestion in case.suggestions[:10]:
            assert [c.id for c in suggestion.criteria] == weighing
            assert all(criterion.because for criterion in suggestion.criteria)


def test_who_else_moves_is_named_with_from_and_to() -> None:
    for case in open_cases("farsund"):
        for suggestion in case.suggestions:
            for move in suggestion.consequence.moved:
                assert move.case != case.case
                assert move.from_ != move.to
