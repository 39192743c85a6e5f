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

SMALL = (2, 0.85, 9, 4)
"""Nine cases, four coordinators, and too few hours: quick to ask much of."""


@cache
def request(
    seed: int = 3, slack: float = 1.15, cases: int = 14, coordinators: int = 7
) -> RoundRequest:
    roster = generate(
        municipality="farsund",
        cases=cases,
        coordinators=coordinators,
        seed=seed,
        on=ON,
        slack=slack,
    )
    return RoundRequest(roster, load("farsund"))


@cache
def base(seed: int = 3, slack: float = 1.15, cases: int = 14, coordinators: int = 7) -> Outcome:
    return outcome_of(solved(seed, slack, cases, coordinators))


@cache
def solved(
    seed: int = 3, slack: float = 1.15, cases: int = 14, coordinators: int = 7
) -> SolvedRound:
    return solve(request(seed, slack, cases, coordinators))


def scenario(*changes: ScenarioChange, others_keep: bool = False) -> Scenario:
    return Scenario(title="Prøve", changes=changes, others_keep=others_keep)


def busiest(outcome: Outcome) -> str:
    """The coordinator with most cases in the plan."""
    chosen = [id_ for id_ in outcome.chosen.values() if id_ is not None]
    return max(sorted(set(chosen)), key=chosen.count)


def values(outcome: Outcome) -> dict[str, float]:
    return {goal.id: goal.value for goal in outcome.goals}
