"""Goals: what a better plan has less of, in tiers. Each is solved, then held for the next."""

from matcher.optimizer.goals import (
    draw,
    even_load,
    no_gap,
    place_others,
    place_with_claim,
    poor_fit,
    siblings_together,
    total_fit,
    waiting,
)
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.problem import Problem

PLACING = (no_gap.goals, place_with_claim.goals, waiting.goals, place_others.goals)
"""Who gets a coordinator at all."""

CHOOSING = (siblings_together.goals, poor_fit.goals, total_fit.goals, even_load.goals)
"""Which coordinator, among the plans that place as many."""

LAST = draw.goals
"""Ties are settled by lot, strictly below every goal."""

GOALS = (*PLACING, *CHOOSING, LAST)


def placing(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of who is placed."""
    return tuple(goal for goals in PLACING for goal in goals(problem))


def choosing(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of who has whom."""
    return tuple(goal for goals in CHOOSING for goal in goals(problem))
