"""The best fractional mix of loads: a linear program over a list of loads, priced exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core import cuts
from matcher.optimizer.core.linear import FloatArray, Matrix
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.core.lp import GrowingLP
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.sides import Sides
from matcher.optimizer.program import BoolArray, IntArray

SCALE = 1 << 14
"""Prices are rounded to this fine a grid; all that follows from them is exact."""

_DEARER = 100.0
"""A case that counts in a row can be worth far more than any load costs by itself."""
FEW_CUTS = 40
"""At a time, where many small programs are solved one after another."""
_FIRST = 60
_NEW = 300
_ROUNDS = 60


@dataclass(frozen=True)
class Mix:
    """What the LP says of some open loads.

    ``bound`` and ``floor`` (a load) are whole numbers over ``SCALE``: every plan of these loads
    costs at least the bound, and one with this load at least its floor. ``value`` (a load) is
    the LP's solution, ``None`` when the bound is already beyond the target. ``excess`` (a load):
    a plan costs at least ``base`` and the excesses of all its loads together.
    """

    bound: int
    floor: IntArray
    value: FloatArray | None
    base: int
    excess: IntArray


@dataclass(frozen=True)
class _Pricing:
    """``signed`` is the plain reduced cost of each load, negative for a tempting one."""

    bound: int
    signed: IntArray
    excess: IntArray


class Master:
    """Minimise cost: each case in one load or unplaced, each coordinator one load, cuts hold.

    ``unplaced`` (n) is the cost of leaving a case out, ``NEVER`` where that isn't allowed.
    ``promise`` (a load) says which loads to begin with: the smallest first. ``sides`` are the
    program's own rows; a plain program has none.
    """

    def __init__(
        self,
        loads: Loads,
        unplaced: IntArray,
        m: int,
        promise: IntArray,
        triples: IntArray,
        sides: Sides | None = None,
    ) -> None:
        self.loads, self.unplaced, self.m, self.n = loads, unplaced, m, len(unplaced)
        self.sides = Sides.none(len(loads), self.n) if sides is None else sides
        self.triples = triples
        self.coefficients = cuts.cut_coefficients(loads, triples, self.n)
        self._inside = np.zeros(len(loads), dtype=np.bool_)
        self._order = np.zeros(0, dtype=np.int64)
        self._own = self.n + m
        self._fixed = self._own + len(self.sides)
        self._used = np.zeros(0, dtype=np.int64)
        once, free = np.ones(self._own), np.full(len(triples), -np.inf)
        self._lp = GrowingLP(
            np.concatenate([once, self.sides.lower, free]),
            np.concatenate([once, self.sides.upper, np.ones(len(triples))]),
        )
        self._may = unplaced < NEVER
        self._first = self._add_ways_out()
        for j in range(m):
            mine = np.flatnonzero(loads.coordinator == j)
            self._add(np.sort(mine[np.argsort(promise[mine], kind="stable")[:_FIRST]]))

    def _add_ways_out(self) -> int:
        """Columns that keep every row at a penalty, or at the cost of a case left out; how many."""
        may, sides = self._may, self.sides
        dearest = np.abs(self.loads.cost).max(initial=0) + np.abs(self.unplaced[may]).max(initial=0)
        penalty = (1.0 + float(dearest)) * (_DEARER if len(sides) else 1.0)
        once = np.arange(self._own)
        case, row = np.nonzero(np.where(may[:, None], sides.alone, 0))
        over = np.flatnonzero(np.isfinite(sides.upper))
        under = np.flatnonzero(np.isfinite(sides.lower))
        beyond = np.concatenate([over, under])
        count = self._own + len(beyond)
        costs = np.full(count, penalty)
        costs[: self.n] = np.where(may, self.unplaced, penalty)
        matrix = Matrix(
            np.concatenate([once, self._own + row, self._own + beyond]),
            np.concatenate([once, case, self._own + np.arange(len(beyond))]),
            np.concatenate(
                [
                    np.ones(self._own),
                    sides.alone[case, row].astype(np.float64),
                    np.full(len(over), -1.0),
                    np.ones(len(under)),
                ]
            ),
        )
        self._lp.add_columns(costs, matrix)
        return count

    def mix(self, open_loads: BoolArray, target: int, rounds: int = _ROUNDS) -> Mix | None:
        """The LP over the open loads, pricing those not in it yet; ``None`` if the solver fails."""
        opened = np.flatnonzero(open_loads)
        best: Mix | None = None
        for attempt in range(rounds):
            self._lp.open_only(self._first, open_loads[self._order])
            answer = self._lp.solve(after_shutting=attempt == 0)
            if answer is None:
                return best
            latest = self._priced(opened, answer.rows)
            best = _better(best, latest)
            if best.bound > target * SCALE:
                return best
            value = np.zeros(len(self.loads))
            value[self._order] = answer.columns[self._first :]
            best = Mix(best.bound, best.floor, value[opened], best.base, best.excess)
            tempting = np.flatnonzero((latest.signed < -SCALE // 1000) & ~self._inside[opened])
            if not len(tempting):
                self._used = np.flatnonzero(answer.rows[self._fixed :] < -1e-9)
                break
            first = np.argsort(latest.signed[tempting], kind="stable")[:_NEW]
            self._add(np.sort(opened[tempting[first]]))
        return best

    def binding(self) -> IntArray:
        """The triples whose cuts the last whole mix leaned on."""
        return self.triples[self._used]

    def separate(self, open_loads: IntArray, value: FloatArray, most: int = FEW_CUTS) -> int:
        """Add the cuts this mix violates most, at most so many; how many."""
        used = np.flatnonzero(value > 1e-6)
        served = cuts.served_by(self.loads.only(open_loads[used]), self.n, self.m)
        triples = cuts.violated_triples(served, value[used], most)
        if len(triples):
            table = cuts.cut_coefficients(self.loads, triples, self.n)
            row, column = np.nonzero(table[self._order].T)
            self._lp.add_rows(
                np.ones(len(triples)), Matrix(row, column + self._first, np.ones(len(row)))
            )
            self.triples = np.concatenate([self.triples, triples])
            self.coefficients = np.concatenate([self.coefficients, table], axis=1)
        return len(triples)

    def _add(self, new: IntArray) -> None:
        loads = self.loads.only(new)
        served = cuts.served_by(loads, self.n, self.m)
        table = np.concatenate([served, self.sides.load[new], self.coefficients[new]], axis=1)
        column, row = np.nonzero(table)
        matrix = Matrix(row, column, table[column, row])
        self._lp.add_columns(loads.cost.astype(np.float64), matrix)
        self._inside[new] = True
        self._order = np.concatenate([self._order, new])

    def _priced(self, opened: IntArray, prices: FloatArray) -> _Pricing:
        """Bound and excesses at rounded prices, in exact whole numbers."""
        whole = np.rint(prices * SCALE)
        case = np.append(whole[: self.n], 0).astype(np.int64)
        person = whole[self.n : self._own].astype(np.int64)
        own = self.sides.allowed(prices[self._own : self._fixed], SCALE)
        cut = np.minimum(whole[self._fixed :], 0.0)
        coordinator = self.loads.coordinator[opened]
        signed = self.loads.cost[opened] * SCALE - person[coordinator]
        signed -= case[self.loads.cases[opened]].sum(axis=1) + self.sides.load[opened] @ own
        used = np.flatnonzero(cut)
        if len(used):
            signed -= (self.coefficients[opened][:, used] @ cut[used]).astype(np.int64)
        least = np.full(self.m, NEVER)
        np.minimum.at(least, coordinator, signed)
        if (least == NEVER).any():
            return _Pricing(NEVER, signed, signed)
        may = self._may
        alone = self.unplaced[may] * SCALE - case[:-1][may] - self.sides.alone[may] @ own
        left_out = np.minimum(alone, 0)
        bound = case.sum() + person.sum() + int(cut.sum()) + left_out.sum() + least.sum()
        bound += self.sides.worth(own)
        return _Pricing(int(bound), signed, signed - least[coordinator])


def _better(best: Mix | None, latest: _Pricing) -> Mix:
    """Every pricing is a proof: the highest floor of each load counts."""
    floor = latest.bound + latest.excess
    if best is None:
        return Mix(latest.bound, floor, None, latest.bound, latest.excess)
    floor = np.maximum(best.floor, floor)
    if latest.bound >= best.bound:
        return Mix(latest.bound, floor, None, latest.bound, latest.excess)
    return Mix(best.bound, floor, None, best.base, best.excess)
