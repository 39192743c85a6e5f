"""Where every case takes the same hours: all consequences at once, by shortest paths.

A round is then a transportation problem. Who gives a case up can take another, who takes one
must give one up or have room; so a forced pair sends one case on from coordinator to coordinator
until somebody has room or the place that was left is filled. The cheapest such chain is a
shortest path in the residual graph of the plan (Ahuja, Magnanti and Orlin 1993, chapter 9), and
what it costs is exact. A cycle that costs less than nothing would show that the plan isn't best.

The nodes are the coordinators, nobody, the units (whose hours above the even share count, with
growing cost, as each coordinator's do), and one where all placed cases end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.consequences.digits import Digits, first_least
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import UNPLACED, IntArray

_NONE = -1


@dataclass(frozen=True)
class Arc:
    """From one node to another: what it costs in each tier, and the case that moves (or none)."""

    start: int
    end: int
    cost: IntArray
    case: int


class Residual:
    """The consequence of every pair of a proven plan, the chain with the fewest moves first."""

    def __init__(self, stakes: Stakes, plan: IntArray) -> None:
        self.stakes, self.plan = stakes, plan
        n, m = stakes.problem.shape
        self._nobody, self._first_unit = m, m + 1
        self._end = m + 1 + len(stakes.units)
        self._holder = np.where(plan == UNPLACED, m, plan)
        choices = np.concatenate([stakes.pair, stakes.unplaced[:, :, None]], axis=2)
        self._change = choices - choices[:, np.arange(n), self._holder][:, :, None]
        steps = self._steps()
        largest = np.abs(self._change).reshape(stakes.tiers, -1).max(axis=1, initial=0)
        for arc in steps:
            largest = np.maximum(largest, np.abs(arc.cost))
        size = self._end + 1
        self._digits = Digits.of([*(largest * (size + 1)).tolist(), size + 1])
        self._case = np.full((size, size), _NONE, np.int64)
        self._cost = self._digits.nothing((size, size))
        for arc in steps:
            self._cost[:, arc.start, arc.end] = self._digits.pack([*arc.cost.tolist(), 0])
        self._moves()
        self._next = np.where(self._digits.is_known(self._cost), np.arange(size)[None, :], _NONE)
        self._shorten()

    @classmethod
    def of(cls, stakes: Stakes, plan: IntArray) -> Residual | None:
        """``None`` where hours differ, siblings tie cases together, or the plan isn't the best."""
        if (stakes.hours != stakes.hours[0]).any() or stakes.families or not stakes.hours[0]:
            return None
        residual = cls(stakes, plan)
        diagonal = residual._cost[:, np.arange(residual._end + 1), np.arange(residual._end + 1)]
        return None if residual._digits.is_less(diagonal, 0 * diagonal).any() else residual

    def _steps(self) -> list[Arc]:
        """One case more or less with each coordinator and unit, as far as hours go."""
        stakes, m = self.stakes, self.stakes.problem.shape[1]
        each = int(stakes.hours[0])
        count = np.bincount(self._holder, minlength=m + 1)
        parent = np.full(m + 1, self._end)
        nothing = np.zeros(stakes.tiers, np.int64)
        steps = [
            Arc(self._nobody, self._end, nothing, _NONE),
            Arc(self._end, self._nobody, nothing, _NONE),
        ]
        for u, members in enumerate(stakes.units, self._first_unit):
            parent[members] = u
            share = int(stakes.problem.even_share[members].sum())
            steps += self._more_and_less(u, self._end, int(count[members].sum()), share)
        for j in range(m):
            k, share = int(count[j]), int(stakes.problem.even_share[j])
            more, *less = self._more_and_less(j, int(parent[j]), k, share)
            fits = (k + 1) * each <= stakes.problem.capacity[j]
            steps += [more, *less] if fits else less
        return steps

    def _more_and_less(self, node: int, parent: int, count: int, share: int) -> list[Arc]:
        each = int(self.stakes.hours[0])
        above = [max(0, k * each - share) for k in (count - 1, count, count + 1)]
        more = Arc(node, parent, self._hours_above(above[2] - above[1]), _NONE)
        less = Arc(parent, node, self._hours_above(above[0] - above[1]), _NONE)
        return [more, less] if count else [more]

    def _hours_above(self, hours: int) -> IntArray:
        cost = np.zeros(self.stakes.tiers, np.int64)
        if self.stakes.hours_at is not None:
            cost[self.stakes.hours_at] = hours
        return cost

    @cached_property
    def _packed(self) -> IntArray:
        """What each case's move to each holder costs (words × n × (m + 1)); a move counts one."""
        moves = np.ones((1, *self._change.shape[1:]), np.int64)
        return self._digits.pack_all(np.concatenate([self._change, moves]))

    def _moves(self) -> None:
        """From each holder to each other, the case whose move costs least."""
        stakes, m = self.stakes, self.stakes.problem.shape[1]
        may = np.concatenate([stakes.open, stakes.may_stay_unplaced[:, None]], axis=1)
        packed = np.where(may[None], self._packed, self._digits.nothing(may.shape))
        for a in range(m + 1):
            cases = np.flatnonzero(self._holder == a)
            if len(cases):
                first = first_least(packed[:, cases])
                self._cost[:, a, : m + 1] = np.take_along_axis(
                    packed[:, cases], first[None, None, :], axis=1
                )[:, 0]
                self._case[a, : m + 1] = cases[first]
            self._cost[:, a, a] = self._digits.nothing(())

    def _shorten(self) -> None:
        """Floyd and Warshall's: paths by way of one node after another."""
        for k in range(self._end + 1):
            by_way = self._digits.add(self._cost[:, :, k, None], self._cost[:, None, k, :])
            less = self._digits.is_less(by_way, self._cost)
            np.copyto(self._cost, by_way, where=less[None])
            np.copyto(self._next, np.broadcast_to(self._next[:, k, None], less.shape), where=less)

    @cached_property
    def losses(self) -> IntArray:
        """What each pair costs each tier (T × n × m); meaningless where ``has_plan`` is false."""
        losses: IntArray = self._digits.unpack(self._total)[:-1]
        own = self._holder[:, None] == np.arange(losses.shape[2])[None, :]
        return np.where(own[None], 0, losses)

    @cached_property
    def _total(self) -> IntArray:
        m = self.stakes.problem.shape[1]
        back = self._cost[:, :m][:, :, self._holder].transpose(0, 2, 1)
        return self._digits.add(self._packed[:, :, :m], back)

    def has_plan(self, i: int, j: int) -> bool:
        """Whether some plan has the pair."""
        if self._holder[i] == j:
            return True
        return bool(self.stakes.open[i, j] and self._digits.is_known(self._total[:, i, j]))

    def plan_with(self, i: int, j: int) -> IntArray:
        """The best plan with the pair: the chain of who moves on."""
        plan, at, goal = self.plan.copy(), j, int(self._holder[i])
        plan[i] = j
        while goal not in (at, j):
            then = int(self._next[at, goal])
            case = int(self._case[at, then])
            if case != _NONE and max(at, then) <= self._nobody:
                plan[case] = UNPLACED if then == self._nobody else then
            at = then
        return plan
