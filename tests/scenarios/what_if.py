"""Small rounds to ask *what if* of."""

from __future__ import annotations

from functools import cache

from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.profiles.load import load
from matcher.sample import generate
from matcher.scenarios.changes import ScenarioChange
from matcher.scenarios.outcome import Outcome, outcome_of
from matcher.scenarios.scenario import Scenario
from tests.explain.rounds import ON


@cache
def request(
    seed: int = 3, slack: float = 1.15, profile: str = "farsund", cases: int = 14
) -> RoundRequest:
    roster = generate(
        municipality=profile, cases=cases, coordinators=7, seed=seed, on=ON, slack=slack
    )
    return RoundRequest(roster, load(profile))


@cache
def base(seed: int = 3, slack: float = 1.15, profile: str = "farsund") -> Outcome:
    return outcome_of(solved(seed, slack, profile))


@cache
def solved(seed: int = 3, slack: float = 1.15, profile: str = "farsund") -> SolvedRound:
    return solve(request(seed, slack, profile))


def scenario(*changes: ScenarioChange, others_keep: bool = False) -> Scenario:
    return Scenario(title="Prøve", changes=changes, others_keep=others_keep)


def busiest(outcome: Outcome) -> str:
    """The coordinator with most cases in the plan."""
    chosen = [id_ for id_ in outcome.chosen.values() if id_ is not None]
    return max(sorted(set(chosen)), key=chosen.count)


def values(outcome: Outcome) -> dict[str, float]:
    return {goal.id: goal.value for goal in outcome.goals}
