"""Room made for a forced pair by chains: who is sent on takes the place of another, who is sent on.

Where hours differ, finding the best plan with a pair is hard; a chain of single moves is quick,
and nearly always what the best plan does. The cheapest chains between all cases are worked out at
once, of few enough steps that none goes in circles. Their costs are sums of what each move counts
by itself; the plans they give are measured as they are, so that what is told is an upper value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matcher.optimizer.check import breaches
from matcher.optimizer.consequences.digits import Digits
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray

_STEPS = 5
"""So many cases are sent on at most, one after the other."""
_QUICKLY, _CLOSELY = 3, 24
"""So many of the cheapest ways to make room are made and measured."""
_MOST_CASES = 600
_NOWHERE = -1

_PULLED, _PULLS = 3, 6
"""A place that is left is filled by chains of at most so many steps; so many are tried."""

Values = tuple[int, ...]
Chain = tuple[int, int, int]
"""The case that is sent on, the table its chain is in, and whose place the chain ends in."""


@dataclass(frozen=True)
class _Table:
    """The cheapest chains of at most so many steps that start with sending a case on.

    ``cost`` (words × n × (n + 1)) is by the case sent on and the case whose place ends the
    chain, the last column being a place that is free. ``step`` (n × (n + 1)) is whose place the
    first one takes; ``n`` for a free place.
    """

    cost: IntArray
    step: IntArray


class Chains:
    """Asks about one forced pair after another; the tables are made once."""

    def __init__(self, stakes: Stakes, plan: IntArray) -> None:
        self.stakes, self.plan = stakes, plan
        self.problem = stakes.problem
        m = self.problem.shape[1]
        self._holder = np.where(plan == UNPLACED, m, plan)
        self._change = _change(stakes, plan)
        self._load = np.bincount(self._holder, stakes.hours, m + 1).astype(np.int64)
        self._free = np.append(self.problem.capacity, 0) - self._load
        self._moves = _may_move(stakes)
        largest = np.abs(self._change).reshape(stakes.tiers, -1).max(axis=1, initial=1)
        if stakes.hours_at is not None:
            largest[stakes.hours_at] += 4 * int(stakes.hours.max(initial=0))
        self._digits = Digits.of([*(largest * (_STEPS + 2) * 2).tolist(), 2 * _STEPS + 4])
        self._take = self._costs_of_taking()
        self._tables = self._all_tables()

    @classmethod
    def of(cls, stakes: Stakes, plan: IntArray) -> Chains | None:
        """``None`` where the cases are so many that the tables would take too long."""
        return cls(stakes, plan) if len(plan) <= _MOST_CASES else None

    def with_pair(self, i: int, j: int, *, closely: bool = False) -> IntArray | None:
        """The best plan found with the pair; ``None`` where none was.

        ``closely`` tries many ways, and to fill the place that is left; else only a few.
        """
        best: tuple[Values, int, IntArray] | None = None
        seen: set[bytes] = set()
        for plan in self._plans(i, j, _CLOSELY if closely else _QUICKLY):
            key = plan.tobytes()
            if key not in seen and self._fits(plan) and not breaches(self.problem, plan):
                worth = self.stakes.values(plan), int((plan != self.plan).sum())
                if best is None or worth < best[:2]:
                    best = *worth, plan
            seen.add(key)
        return None if best is None else best[2]

    def _fits(self, plan: IntArray) -> bool:
        """Whether everybody has the hours; quickly told, for most plans that fail, fail by it."""
        holder = np.where(plan == UNPLACED, self.problem.shape[1], plan)
        load = np.bincount(holder, self.stakes.hours, self.problem.shape[1] + 1)[:-1]
        return bool((load <= self.problem.capacity).all())

    def _costs_of_taking(self) -> IntArray:
        """What it counts that k takes l's place (words × n × (n + 1)); last, the best free place.

        Also remembers which free place that is.
        """
        stakes, digits = self.stakes, self._digits
        n, m = self.problem.shape
        hours, holder = stakes.hours, self._holder
        place = np.append(holder, m)
        take = self._change[:, :, place].copy()
        self._add_hours(take[:, :, :n], holder, hours[:, None] - hours[None, :])
        may = np.zeros((n, n + 1), np.bool_)
        may[:, :n] = self._open[:, holder] & (holder[None, :] != holder[:, None])
        fits = self._free[holder][None, :] + hours[None, :] >= hours[:, None]
        may[:, :n] &= (fits | (holder[None, :] == m)) & self._moves[None, :] & self._moves[:, None]
        may[:, :n] &= holder[None, :] != m  # the place of one without a place is nobody's
        free = self._change.copy()
        self._add_hours(free[:, :, :m], np.arange(m), np.repeat(hours[:, None], m, axis=1))
        has_room = np.append(self._free[:m][None, :] >= hours[:, None], np.ones((n, 1), bool), 1)
        has_room &= self._open & (np.arange(m + 1)[None, :] != holder[:, None])
        packed_free = np.where(has_room[None], self._pack(free), digits.nothing(has_room.shape))
        self._free_place = _first_least(packed_free, digits)
        self._free_cost = packed_free
        packed = np.where(may[None], self._pack(take), digits.nothing(may.shape))
        packed[:, :, n] = np.take_along_axis(packed_free, self._free_place[None, :, None], axis=2)[
            :, :, 0
        ]
        return packed

    @property
    def _open(self) -> BoolArray:
        """Whom each case may have, nobody among them (n × (m + 1))."""
        return np.append(self.stakes.open, self.stakes.may_stay_unplaced[:, None], axis=1)

    def _add_hours(self, cost: IntArray, place: IntArray, more: IntArray) -> None:
        """Add to a cost what more hours with each coordinator count above the even shares."""
        tier = self.stakes.hours_at
        if tier is None:
            return
        m = self.problem.shape[1]
        share = np.append(self.problem.even_share, np.iinfo(np.int64).max // 4)
        cost[tier] += _above(self._load[place] + more - share[place])
        cost[tier] -= _above(self._load[place] - share[place])
        for members in self.stakes.units:
            theirs = np.isin(place, members) & (place < m)
            above = int(self._load[members].sum() - share[members].sum())
            cost[tier][:, theirs] += _above(above + more[:, theirs]) - max(0, above)

    def _pack(self, cost: IntArray) -> IntArray:
        """Costs by tier, and one more move, as words."""
        return self._digits.pack_all(np.concatenate([cost, np.ones((1, *cost.shape[1:]), int)]))

    def _all_tables(self) -> list[_Table]:
        n = self.problem.shape[0]
        first = np.broadcast_to(np.arange(n + 1), (n, n + 1)).copy()
        tables = [_Table(self._take, first)]
        for _ in range(_STEPS - 1):
            tables.append(self._longer(tables[-1]))
        return tables

    def _longer(self, table: _Table) -> _Table:
        """Chains of one more step: take somebody's place, who is then sent on."""
        digits = self._digits
        cost, step = self._take.copy(), np.arange(cost_width := self._take.shape[2])[None, :]
        step = np.repeat(step, len(cost[0]), axis=0)
        for by in range(cost_width - 1):
            from_k = np.flatnonzero(digits.is_known(self._take[:, :, by]))
            if len(from_k):
                way = digits.add(self._take[:, from_k, by, None], table.cost[:, by][:, None, :])
                less = digits.is_less(way, cost[:, from_k])
                rows, ends = np.nonzero(less)
                cost[:, from_k[rows], ends] = way[:, rows, ends]
                step[from_k[rows], ends] = by
        return _Table(cost, step)

    def _plans(self, i: int, j: int, most: int) -> Iterator[IntArray]:
        """Plans with the pair, the cheapest by their sums first; some may break a requirement."""
        if not self.stakes.open[i, j]:
            return
        pulls = self._pulls(i) if most == _CLOSELY else ()
        ways = sorted(self._ways(i, j), key=lambda way: way[0])
        for _, leaving in ways[:most]:
            plan = self._moved(self.plan, leaving)
            plan[i] = j
            yield plan
            for pull in pulls:
                more = self._moved(plan, (pull,))
                more[i] = j
                yield more

    def _ways(self, i: int, j: int) -> Iterator[tuple[Values, tuple[Chain, ...]]]:
        """Those who leave, each by a chain, and what it costs in all."""
        hours, n = self.stakes.hours, len(self.plan)
        short = int(hours[i] - self._free[j])
        if short <= 0:
            yield (), ()
        theirs = [k for k in np.flatnonzero(self.plan == j).tolist() if self._moves[k]]
        ends = (n, i) if self.plan[i] != UNPLACED else (n,)
        for size in (1, 2) if short > 0 else (1,):
            for leaving in combinations(theirs, size):
                if hours[list(leaving)].sum() < short:
                    continue
                for s in range(_STEPS):
                    for end in ends:
                        chains = tuple((k, s, end if k == leaving[0] else n) for k in leaving)
                        cost = self._sum(chains)
                        if cost is not None:
                            yield cost, chains

    def _pulls(self, i: int) -> tuple[Chain, ...]:
        """Chains that fill the place that a case leaves, and are worth it; the best first."""
        if self.plan[i] == UNPLACED:
            return ()
        nothing = (0,) * self._digits.words
        found = []
        for s, table in enumerate(self._tables[:_PULLED]):
            costs = table.cost[:, :, i]
            for k in np.flatnonzero(self._digits.is_less(costs, 0 * costs)).tolist():
                found.append((tuple(costs[:, k].tolist()), (k, s, i)))
        found.sort()
        return tuple(chain for cost, chain in found[:_PULLS] if cost < nothing)

    def _moved(self, plan: IntArray, chains: Iterable[Chain]) -> IntArray:
        moved = plan.copy()
        for k, table, end in chains:
            self._send_on(moved, k, table, end)
        return moved

    def _sum(self, chains: tuple[Chain, ...]) -> Values | None:
        words = np.zeros(self._digits.words, np.int64)
        for k, table, end in chains:
            cost = self._tables[table].cost[:, k, end]
            if not self._digits.is_known(cost):
                return None
            words += cost
        return tuple(words.tolist())

    def _send_on(self, plan: IntArray, k: int, table: int, end: int) -> None:
        n, m = self.problem.shape
        while True:
            taken = int(self._tables[table].step[k, end])
            to = int(self._free_place[k] if taken == n else self._holder[taken])
            plan[k] = UNPLACED if to == m else to
            if taken == end:
                return
            k, table = taken, table - 1


def _first_least(packed: IntArray, digits: Digits) -> IntArray:
    """The first of the least along the last axis (words × n × k)."""
    left = np.ones(packed.shape[1:], np.bool_)
    largest = np.iinfo(np.int64).max
    for word in packed:
        left &= word == np.where(left, word, largest).min(axis=1)[:, None]
    least: IntArray = left.argmax(axis=1)
    return least


def _above(hours: IntArray) -> IntArray:
    return np.maximum(hours, 0)


def _change(stakes: Stakes, plan: IntArray) -> IntArray:
    """What each other choice counts beside the plan's (T × n × (m + 1)), all else as it is."""
    n, m = stakes.problem.shape
    holder = np.where(plan == UNPLACED, m, plan)
    choices = np.concatenate([stakes.pair, stakes.unplaced[:, :, None]], axis=2)
    change: IntArray = choices - choices[:, np.arange(n), holder][:, :, None]
    if stakes.families_at is not None:
        for family in stakes.families:
            for i in family:
                others = {int(plan[k]) for k in family if k != i} - {UNPLACED}
                adds = np.array([*(j not in others for j in range(m)), False], np.int64)
                change[stakes.families_at, i] += adds - adds[holder[i]]
    return change


def _may_move(stakes: Stakes) -> BoolArray:
    """Whom a chain may send on: neither locked nor one of siblings who must stay together."""
    problem = stakes.problem
    moves = np.ones(problem.shape[0], np.bool_)
    moves[[i for i, _ in problem.locks]] = False
    if problem.siblings_must_share:
        moves[[i for family in problem.families for i in family]] = False
    return moves
