"""Where KE's locks and bans can't all stand: the few of them that clash, and no more.

A deletion filter (Chinneck and Dravnieks, 1991): take away one choice after the other, and leave
it out where the rest still clash. What is left clashes, and stands as soon as any one of it goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.check import breaches
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED

Pair = tuple[int, int]


@dataclass(frozen=True, order=True)
class Settled:
    """One choice of KE's, as case and coordinator numbers."""

    case: int
    coordinator: int
    is_lock: bool


def smallest_clashes(
    problem: Problem, locks: Iterable[Pair], bans: Iterable[Pair]
) -> list[tuple[Settled, ...]]:
    """Sets of choices that clash and where each one is needed for it, no two with a lock alike.

    ``problem`` is the round before the choices. What a rule says of a lock is not asked here.
    """
    left = sorted(
        {Settled(i, j, is_lock=True) for i, j in locks}
        | {Settled(i, j, is_lock=False) for i, j in bans}
    )
    found: list[tuple[Settled, ...]] = []
    while not stand(problem, left):
        smallest = _smallest(problem, left)
        found.append(smallest)
        left = [choice for choice in left if not (choice.is_lock and choice in smallest)]
    return sorted(found)


def stand(problem: Problem, choices: Iterable[Settled]) -> bool:
    """Whether some plan holds all the choices: that which places the locked cases alone."""
    chosen = set(choices)
    locks = [choice for choice in chosen if choice.is_lock]
    if len({lock.case for lock in locks}) < len(locks):
        return False
    allowed = problem.allowed.copy()
    plan = np.full(problem.shape[0], UNPLACED, np.int64)
    for lock in locks:
        allowed[lock.case, lock.coordinator] = True
        plan[lock.case] = lock.coordinator
    for ban in chosen - set(locks):
        allowed[ban.case, ban.coordinator] = False
    locked = tuple((lock.case, lock.coordinator) for lock in locks)
    return not breaches(replace(problem, allowed=allowed, locks=locked), plan)


def _smallest(problem: Problem, choices: list[Settled]) -> tuple[Settled, ...]:
    needed = list(choices)
    for choice in choices:
        rest = [other for other in needed if other != choice]
        if not stand(problem, rest):
            needed = rest
    return tuple(needed)
