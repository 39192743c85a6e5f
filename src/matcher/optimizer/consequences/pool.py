"""Two pools: plans that were seen, which say *at most*, and prices, which say *at least*.

Where they meet, the consequence of a pair is exact and nothing more has to be solved. A plan
found for one pair serves every pair it contains; so do prices, whatever pair they came from.
"""

from __future__ import annotations

import numpy as np

from matcher.optimizer.consequences.packing import CLOSED
from matcher.optimizer.consequences.prices import SCALE, Proof
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import UNPLACED, IntArray

Pair = tuple[int, int]
Values = tuple[int, ...]


class Plans:
    """For each pair, the best plan seen that has it; of equals, that with fewest changes."""

    def __init__(self, stakes: Stakes, plan: IntArray) -> None:
        self.stakes, self._plan = stakes, plan
        self._best: dict[Pair, tuple[Values, int, IntArray]] = {}
        self._seen: set[bytes] = set()

    def add(self, plan: IntArray) -> bool:
        """Remember a plan that keeps every requirement; whether it is new."""
        key = plan.tobytes()
        if key in self._seen:
            return False
        self._seen.add(key)
        worth = self.stakes.values(plan), int((plan != self._plan).sum())
        for pair in enumerate(plan.tolist()):
            known = self._best.get(pair)
            if pair[1] != UNPLACED and (known is None or worth < known[:2]):
                self._best[pair] = *worth, plan
        return True

    def of(self, pair: Pair) -> tuple[Values, IntArray] | None:
        """The best plan with the pair and what it comes to; ``None`` where none was seen."""
        known = self._best.get(pair)
        return None if known is None else (known[0], known[2])


class Proofs:
    """The bounds of one tier, for every pair at once."""

    def __init__(self, stakes: Stakes) -> None:
        self._forced = np.zeros((16, *stakes.problem.shape), np.int64)
        self._held = np.zeros((16, stakes.tiers), np.int64)
        self._count = 0

    def add(self, proof: Proof) -> None:
        """Remember what some prices prove."""
        if self._count == len(self._forced):
            self._forced = np.concatenate([self._forced, np.zeros_like(self._forced)])
            self._held = np.concatenate([self._held, np.zeros_like(self._held)])
        self._forced[self._count] = proof.forced
        self._held[self._count] = proof.held
        self._count += 1

    def all_at_least(self, values: IntArray) -> IntArray:
        """The best bound for plans with each pair (n × m), the tiers above held at ``values``."""
        bounds = self._forced[: self._count].copy()
        bounds -= (self._held[: self._count] @ values)[:, None, None]
        least: IntArray = -(-bounds.max(axis=0, initial=-CLOSED) // SCALE)
        return least

    def at_least(self, pair: Pair, values: IntArray) -> int:
        """The best bound for plans with the pair, the tiers above held at ``values`` (T)."""
        i, j = pair
        bounds = self._forced[: self._count, i, j] - self._held[: self._count] @ values
        return int(-(-bounds.max(initial=-CLOSED) // SCALE))
