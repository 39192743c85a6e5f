"""A program's own rows, where a whole load is one choice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.program import BoolArray, IntArray

_ROOM = 1 << 50


@dataclass(frozen=True)
class Sides:
    """What each load (loads × rows) and each case left out (n × rows) counts in each row.

    A row's count is between ``lower`` and ``upper`` (rows; infinite where it is free).
    """

    load: IntArray
    alone: IntArray
    lower: FloatArray
    upper: FloatArray

    @classmethod
    def none(cls, loads: int, n: int) -> Sides:
        """A plain program has no rows of its own."""
        free = np.zeros(0)
        return cls(np.zeros((loads, 0), np.int64), np.zeros((n, 0), np.int64), free, free)

    def only(self, kept: IntArray | BoolArray) -> Sides:
        """The same rows, for the kept loads."""
        return Sides(self.load[kept], self.alone, self.lower, self.upper)

    def __len__(self) -> int:
        return len(self.lower)

    def allowed(self, prices: FloatArray, scale: int) -> IntArray:
        """The prices (a row) as whole numbers: zero where a row asks for nothing of that sign."""
        largest = np.zeros(len(self))
        for counts in (self.load, self.alone):
            largest = np.maximum(largest, np.abs(counts).max(axis=0, initial=0))
        side = np.where(prices > 0, self.lower, self.upper)
        free = ~np.isfinite(side)
        most = np.maximum(largest, np.abs(np.where(free, 0, side)))
        is_out = free | (np.abs(prices) * scale * most >= _ROOM)
        whole: IntArray = np.rint(np.where(is_out, 0.0, prices) * scale).astype(np.int64)
        return whole

    def worth(self, prices: IntArray) -> int:
        """What keeping the rows is worth at these prices, whatever the plan."""
        side = np.where(prices > 0, self.lower, self.upper)
        used = np.flatnonzero(prices)
        return sum(int(prices[r]) * int(side[r]) for r in used.tolist())
