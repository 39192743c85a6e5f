"""One pair forced, and the round solved again from a plan that has it.

For a round too large to be asked by prices: the bound of each goal is proven by the same path as
the round's own. A goal's loss is proven where that goal and all above it are, in both rounds.
"""

from __future__ import annotations

from collections.abc import Sequence

from matcher.optimizer.consequences.pool import Pair
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.solve import Solved, Tier, solve_round
from matcher.optimizer.under_way import Notice


def solved_with(
    problem: Problem, pair: Pair, start: IntArray, limits: Limits, notice: Notice
) -> Solved:
    """The best plan with the pair, as far as the work allowed reaches; ties are left as they fall.

    ``start`` (n) is a plan that has it.
    """
    return solve_round(problem.with_lock(*pair), limits, start=start, last=_none, notice=notice)


def proven(before: Sequence[Tier], after: Sequence[Tier]) -> int:
    """So many of the goals, from the first on, are proven in both rounds."""
    for t, (one, other) in enumerate(zip(before, after, strict=True)):
        if not (one.is_optimal and other.is_optimal):
            return t
    return len(before)


def _none(problem: Problem) -> tuple[Goal, ...]:
    return ()
