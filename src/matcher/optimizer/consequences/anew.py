"""One pair forced, and the goals that it costs solved again from a plan that has it.

For a round too large to be asked by prices: the bound of each goal is proven by the same path as
the round's own. A goal's loss is proven where that goal and all above it are, in both rounds.

No plan with the pair is better than the round's own. So the goals that the plan at hand keeps,
from the first on, are settled already, and what the round knows of them holds with the pair too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matcher.optimizer.climbing import Solved, Tier, climb_on
from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.goals import fitting
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.requirements import locks
from matcher.optimizer.solve import join
from matcher.optimizer.under_way import Notice


def solved_with(
    problem: Problem,
    before: Sequence[Tier],
    pair: Pair,
    start: IntArray,
    limits: Limits,
    notice: Notice,
) -> Solved:
    """The best plan with the pair, as far as the work allowed reaches; ties are left as they fall.

    ``before`` are the round's tiers, the draw left out, and ``start`` (n) is a plan that has the
    pair.
    """
    forced = problem.with_lock(*pair)
    kept = _kept(problem, before, start)
    if kept == len(before):
        return Solved(start, tuple(before))
    fits = {goal.id for goal in fitting(problem)}
    if before[kept].goal.id not in fits:
        return _from_the_first(forced, start, limits, notice)
    model = replace(before[kept].before.copy(), problem=forced)
    locks.REQUIREMENT.post(model)
    goals = (tier.goal for tier in before[kept:])
    return climb_on(model, goals, Solved(start, tuple(before[:kept])), limits, notice)


def proven(before: Sequence[Tier], after: Sequence[Tier]) -> int:
    """So many of the goals, from the first on, are proven in both rounds."""
    for t, (one, other) in enumerate(zip(before, after, strict=True)):
        if not (one.is_optimal and other.is_optimal):
            return t
    return len(before)


def _kept(problem: Problem, before: Sequence[Tier], plan: IntArray) -> int:
    """So many goals, from the first on, come to the same with this plan."""
    for t, tier in enumerate(before):
        if tier.goal.measure(problem, plan) != tier.value:
            return t
    return len(before)


def _from_the_first(forced: Problem, start: IntArray, limits: Limits, notice: Notice) -> Solved:
    """Where the pair costs somebody a place, or siblings their coordinator: goal by goal."""
    model, joined = join(forced, limits, start=start, notice=notice)
    return climb_on(model, fitting(forced), joined, limits, notice)
