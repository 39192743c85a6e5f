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

JOINING = (siblings_together.goals,)
"""Who shares a coordinator, among the plans that place as many."""

FITTING = (poor_fit.goals, total_fit.goals, even_load.goals)
"""Who has whom."""

LAST = draw.goals
"""Ties are settled by lot, strictly below every goal."""

GOALS = (*PLACING, *JOINING, *FITTING, LAST)


def placing(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of who is placed."""
    return tuple(goal for goals in PLACING for goal in goals(problem))


def joining(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of who shares a coordinator."""
    return tuple(goal for goals in JOINING for goal in goals(problem))


def fitting(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of how well everybody is served."""
    return tuple(goal for goals in FITTING for goal in goals(problem))


def choosing(problem: Problem) -> tuple[Goal, ...]:
    """The tiers of who has whom."""
    return (*joining(problem), *fitting(problem))
