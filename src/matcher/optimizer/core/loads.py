"""Loads: sets of cases that a coordinator may be given as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.optimizer.core.priced import Priced
from matcher.optimizer.program import BoolArray, IntArray

Bits = NDArray[np.uint64]


@dataclass(frozen=True)
class Loads:
    """Sets of cases, each for one coordinator.

    ``cases`` (loads × longest) are case indices, padded with n; ``bits`` (loads × words) are the
    same sets a bit a case; ``cost`` is in units of the objective.
    """

    coordinator: IntArray
    cases: IntArray
    bits: Bits
    cost: IntArray

    def __len__(self) -> int:
        return len(self.coordinator)

    def only(self, kept: IntArray | BoolArray) -> Loads:
        """The kept loads, in their order."""
        return Loads(self.coordinator[kept], self.cases[kept], self.bits[kept], self.cost[kept])

    def having(self, case: int) -> BoolArray:
        """Which loads contain the case."""
        word, bit = divmod(case, 64)
        return ((self.bits[:, word] >> np.uint64(bit)) & np.uint64(1)).astype(np.bool_)


def joined(pieces: list[Loads], n: int) -> Loads:
    """All of them, in their order; ``n`` pads the shorter ones."""
    longest = max((piece.cases.shape[1] for piece in pieces), default=1)
    padded = [
        np.pad(piece.cases, ((0, 0), (0, longest - piece.cases.shape[1])), constant_values=n)
        for piece in pieces
    ]
    return Loads(
        np.concatenate([piece.coordinator for piece in pieces]),
        np.concatenate(padded),
        np.concatenate([piece.bits for piece in pieces]),
        np.concatenate([piece.cost for piece in pieces]),
    )


def gathered(coordinator: IntArray, load: IntArray, case: IntArray, n: int) -> Loads:
    """Loads with these cases, ``load`` rising; what they cost is for others to say."""
    count = len(coordinator)
    place = np.arange(len(load)) - np.searchsorted(load, load)
    padded = np.full((count, int(place.max(initial=0)) + 1), n, np.int64)
    padded[load, place] = case
    bits = np.zeros((count, n // 64 + 1), np.uint64)
    np.bitwise_or.at(bits, (load, case // 64), np.uint64(1) << (case % 64).astype(np.uint64))
    return Loads(coordinator, padded, bits, np.zeros(count, np.int64))


def loads_of(j: int, cases: IntArray, found: BoolArray, problem: Priced) -> Loads:
    """The loads of one coordinator: ``found`` (loads × ``cases``) says which have which."""
    load, item = np.nonzero(found)
    plain = gathered(np.full(len(found), j), load, cases[item], problem.open.shape[0])
    return replace(plain, cost=(found @ problem.cost[cases, j]) // problem.scale)
