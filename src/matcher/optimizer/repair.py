"""A plan mended around one forced pair: quickly made, feasible, not always the best there is.

What such a plan loses is an upper value of the true consequence: *høyst*.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from matcher.optimizer.climbing import Solved
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray

WORST = np.iinfo(np.int64).max // 4
STEP = 1000
"""A tier weighs so many times the one below when single cases are compared."""


class Mender:
    """Mends the plan of a solved round around a forced pair, moving as few others as it can."""

    def __init__(self, problem: Problem, solved: Solved) -> None:
        self.problem = problem
        self.plan = solved.plan
        self.price, self.price_unplaced = _prices(problem, solved)
        self.hours = problem.workload
        self.free = problem.capacity.copy()
        placed = np.flatnonzero(self.plan != UNPLACED)
        np.subtract.at(self.free, self.plan[placed], self.hours[placed, self.plan[placed]])
        self.siblings = _siblings(problem)
        self.immovable = {i for i, _ in problem.locks} | set(self.siblings)
        self.cases_of = {
            j: np.flatnonzero(self.plan == j).tolist() for j in range(problem.shape[1])
        }

    def forced(self, case: int, coordinator: int) -> IntArray | None:
        """The plan where ``case`` has ``coordinator``; ``None`` where a lock is in the way."""
        movers = [case, *self.siblings.get(case, ())]
        if any(not self.problem.allowed[i, coordinator] for i in movers):
            return None
        plan, free = self.plan.copy(), self.free.copy()
        for i in movers:
            self._move(plan, free, i, coordinator)
        over = -int(free[coordinator])
        if over > 0 and not self._make_room(plan, free, coordinator, over, movers):
            return None
        return plan

    def _move(self, plan: IntArray, free: IntArray, case: int, to: int) -> None:
        if plan[case] != UNPLACED:
            free[plan[case]] += self.hours[case, plan[case]]
        if to != UNPLACED:
            free[to] -= self.hours[case, to]
        plan[case] = to

    def _make_room(
        self, plan: IntArray, free: IntArray, coordinator: int, over: int, movers: Iterable[int]
    ) -> bool:
        """Move the one case whose leaving costs least; where none is enough, several."""
        may_leave = [
            k
            for k in self.cases_of[coordinator]
            if k not in self.immovable and k not in movers and plan[k] == coordinator
        ]
        leaving = {k: self._best_place(k, free, coordinator) for k in may_leave}
        enough = [k for k in may_leave if self.hours[k, coordinator] >= over]
        if enough:
            k = min(enough, key=lambda k: (leaving[k][0], k))
            self._move(plan, free, k, leaving[k][1])
            return True
        for k in sorted(may_leave, key=lambda k: (-self.hours[k, coordinator], k)):
            self._move(plan, free, k, self._best_place(k, free, coordinator)[1])
            if free[coordinator] >= 0:
                return True
        return False

    def _best_place(self, case: int, free: IntArray, not_with: int) -> tuple[int, int]:
        """What it costs to move a case, and to whom (or nobody), with the hours that are free."""
        fits = self.problem.allowed[case] & (self.hours[case] <= free)
        fits[not_with] = False
        prices = np.where(fits, self.price[case], WORST)
        to = int(prices.argmin()) if len(prices) else UNPLACED
        stays = self.price[case, not_with]
        if len(prices) and prices[to] <= self.price_unplaced[case]:
            return int(prices[to] - stays), to
        return int(self.price_unplaced[case] - stays), UNPLACED


def _prices(problem: Problem, solved: Solved) -> tuple[IntArray, IntArray]:
    """One number a choice, a tier above always weighing more than the tiers below; n × m and n."""
    plain = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    price = np.zeros(problem.shape, np.int64)
    unplaced = np.zeros(problem.shape[0], np.int64)
    for tier in solved.tiers:
        expression = tier.goal.post(plain)
        if tier.goal.id == "draw" or expression.extra.any():
            continue
        step = STEP if tier.goal.id in ("total_fit", "waiting") else 10
        price = price * step + expression.pair
        unplaced = unplaced * step + expression.unplaced
    return price, unplaced


def _siblings(problem: Problem) -> dict[int, tuple[int, ...]]:
    """The siblings who must come along, by case."""
    if not problem.siblings_must_share:
        return {}
    return {i: tuple(k for k in family if k != i) for family in problem.families for i in family}
