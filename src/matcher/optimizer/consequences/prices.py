"""Prices on what ties coordinators together, and the bounds they prove.

Lagrange's idea: each case's *exactly one coordinator*, each held tier and each unit may be broken
at a price; every coordinator then packs by itself, and the sum is a bound for every plan. Prices
come from a linear program in floating point and are rounded before use; everything after is
exact, so a bound is a proof whatever the rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.consequences.packing import CLOSED, FORCED, Packing, Shelf
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import IntArray

SCALE = 1 << 14


@dataclass(frozen=True)
class Prices:
    """Whole numbers, ``SCALE`` a point of tier ``tier``.

    ``case`` (n) is free; ``held`` (T), ``family`` (F) and ``unit`` (U) are never negative.
    """

    tier: int
    case: IntArray
    held: IntArray
    family: IntArray
    unit: IntArray


@dataclass(frozen=True)
class Proof:
    """For plans that hold the tiers above at values V, a bound: ``forced`` less ``held · V``.

    ``forced`` (n × m, scaled) is of the plans that have the pair.
    """

    forced: IntArray
    held: IntArray

    def at(self, values: IntArray) -> IntArray:
        """The least whole value of the tier for each pair, given the values held (T)."""
        least: IntArray = -(-(self.forced - int(self.held @ values)) // SCALE)
        return least


@dataclass(frozen=True)
class Terms:
    """What everybody makes of prices: ``alone`` (n) is each case's cost with nobody."""

    constant: int
    alone: IntArray
    packing: Packing

    @cached_property
    def staying(self) -> IntArray:
        """What each case without anybody brings the bound down by (n)."""
        return np.minimum(self.alone, 0)

    @cached_property
    def bound(self) -> int:
        """The least any plan can cost (scaled), before the values of held tiers are taken off."""
        return self.constant + int(self.packing.least.sum()) + int(self.staying.sum())

    def of_each_pair(self) -> IntArray:
        """The bound of the plans that have each pair (n × m)."""
        having, lacking = self.packing.with_and_without()
        least = self.packing.least
        missing = lacking - least[None, :]
        forced: IntArray = self.bound + having - least[None, :] - missing - self.staying[:, None]
        forced += missing.sum(axis=1)[:, None]
        return forced


class Bargain:
    """A round at prices; with or without one pair forced."""

    def __init__(
        self, stakes: Stakes, shelf: Shelf, prices: Prices, forced: tuple[int, int] | None
    ) -> None:
        self.stakes, self.prices, self.forced = stakes, prices, forced
        self._at_prices = _terms(stakes, shelf, prices, 0 if forced is None else forced[0])
        self._terms = self._at_prices if forced is None else self._with_pair(*forced)
        self.packing, self.bound = self._terms.packing, self._terms.bound

    def _with_pair(self, i: int, j: int) -> Terms:
        free = self._at_prices
        cost, alone = free.packing.cost.copy(), free.alone.copy()
        cost[i, np.arange(cost.shape[1]) != j] = CLOSED
        cost[i, j] -= FORCED
        alone[i] = CLOSED
        return Terms(free.constant + FORCED, alone, free.packing.with_first(cost))

    def at_least(self, values: IntArray) -> int:
        """The least whole value of the tier, given the values held (T)."""
        return -(-(self.bound - int(self.prices.held @ values)) // SCALE)

    def proof(self) -> Proof:
        """The bound for every pair in turn (with the forced one, if any)."""
        return self._proof(self._terms)

    def proof_for_all(self) -> Proof:
        """The bound for every pair in turn, at prices that suit others than the forced one.

        Where a pair is forced, nobody else may have its case, so any price of it will do. Here it
        has the one at which nobody gains by having it.
        """
        free = self._at_prices
        if self.forced is None:
            return self._proof(free)
        i = self.forced[0]
        burden = min(int(free.packing.burden(i).min()), int(free.alone[i]))
        cost, alone = free.packing.cost.copy(), free.alone.copy()
        cost[i] -= burden
        alone[i] -= burden
        return self._proof(Terms(free.constant + burden, alone, free.packing.with_first(cost)))

    def _proof(self, terms: Terms) -> Proof:
        return Proof(np.where(self.stakes.open, terms.of_each_pair(), CLOSED), self.prices.held)


def _terms(stakes: Stakes, shelf: Shelf, prices: Prices, first: int) -> Terms:
    """Nobody forced; case ``first`` may be priced otherwise afterwards."""
    weight = prices.held.copy()
    weight[prices.tier] = SCALE
    cost = np.tensordot(weight, stakes.pair, 1) - prices.case[:, None]
    hours_price = 0 if stakes.hours_at is None else int(weight[stakes.hours_at])
    constant = int(prices.case.sum())
    unit = np.minimum(prices.unit, hours_price).tolist()
    for price, members in zip(unit, stakes.units, strict=True):
        cost[:, members] += price * stakes.hours[:, None]
        constant -= price * int(stakes.problem.even_share[members].sum())
    family = prices.family
    if stakes.problem.siblings_must_share:
        constant -= int(family.sum())
    elif len(family):
        assert stakes.families_at is not None
        family = int(weight[stakes.families_at]) - prices.family
        constant += int(np.minimum(-family, 0).sum())
    alone = np.tensordot(weight, stakes.unplaced, 1) - prices.case
    return Terms(
        constant=constant,
        alone=np.where(stakes.may_stay_unplaced, alone, CLOSED),
        packing=Packing(
            shelf, np.where(stakes.open, cost, CLOSED), family, hours_price, first=first
        ),
    )
