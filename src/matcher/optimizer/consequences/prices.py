"""Prices on what ties coordinators together, and the bounds they prove.

Lagrange's idea: each case's *exactly one coordinator*, each held tier and each unit may be broken
at a price; every coordinator then packs by itself, and the sum is a bound for every plan. Prices
come from a linear program in floating point and are rounded before use; everything after is
exact, so a bound is a proof whatever the rounding.
"""

from __future__ import annotations

from dataclasses import dataclass

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


class Bargain:
    """A round at prices; with or without one pair forced."""

    def __init__(
        self, stakes: Stakes, shelf: Shelf, prices: Prices, forced: tuple[int, int] | None
    ) -> None:
        self.stakes, self.prices, self.forced = stakes, prices, forced
        weight = prices.held.copy()
        weight[prices.tier] = SCALE
        cost = np.tensordot(weight, stakes.pair, 1) - prices.case[:, None]
        hours_price = 0 if stakes.hours_at is None else int(weight[stakes.hours_at])
        self.constant = int(prices.case.sum())
        for price, members in zip(
            np.minimum(prices.unit, hours_price).tolist(), stakes.units, strict=True
        ):
            cost[:, members] += price * stakes.hours[:, None]
            self.constant -= price * int(stakes.problem.even_share[members].sum())
        family = prices.family
        if stakes.problem.siblings_must_share:
            self.constant -= int(family.sum())
        elif len(family):
            assert stakes.families_at is not None
            family = int(weight[stakes.families_at]) - prices.family
            self.constant += int(np.minimum(-family, 0).sum())
        cost = np.where(stakes.open, cost, CLOSED)
        alone = np.tensordot(weight, stakes.unplaced, 1) - prices.case
        self.alone = np.where(stakes.may_stay_unplaced, alone, CLOSED)
        if forced is not None:
            i, j = forced
            others = np.arange(cost.shape[1]) != j
            cost[i, others] = CLOSED
            cost[i, j] -= FORCED
            self.constant += FORCED
            self.alone[i] = CLOSED
        self.packing = Packing(shelf, cost, family, hours_price)
        self.staying = np.minimum(self.alone, 0)
        self.bound = self.constant + int(self.packing.least.sum()) + int(self.staying.sum())
        """Scaled, before the values of held tiers are taken off."""

    def at_least(self, values: IntArray) -> int:
        """The least whole value of the tier, given the values held (T)."""
        return -(-(self.bound - int(self.prices.held @ values)) // SCALE)

    def proof(self) -> Proof:
        """The bound for every pair in turn (with the forced one, if any)."""
        having, lacking = self.packing.with_and_without()
        least = self.packing.least
        missing = lacking - least[None, :]
        forced = self.bound + having - least[None, :] - missing - self.staying[:, None]
        forced += missing.sum(axis=1)[:, None]
        return Proof(np.where(self.stakes.open, forced, CLOSED), self.prices.held)
