"""One tier of a round as bare numbers: what may be chosen, what must hold, what is minimised."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

UNPLACED = -1


@dataclass(frozen=True)
class Expression:
    """A whole-number measure of a plan, linear in its choices; always minimised.

    ``pair`` (n × m) counts when case i has coordinator j, ``unplaced`` (n) when case i has
    nobody, ``extra`` (k) multiplies the extra variables.
    """

    pair: IntArray
    unplaced: IntArray
    extra: IntArray


@dataclass(frozen=True)
class Row:
    """A linear requirement ``lower <= sum(coefficients x choices) <= upper``; ``None`` is free.

    Sparse: ``case[t], coordinator[t], coefficient[t]`` are the pairs that count, with
    ``coordinator[t] == UNPLACED`` for *case stays unplaced*; ``extra[t], extra_coefficient[t]``
    are the extra variables.
    """

    case: IntArray
    coordinator: IntArray
    coefficient: IntArray
    extra: IntArray
    extra_coefficient: IntArray
    lower: int | None
    upper: int | None


@dataclass(frozen=True)
class Extra:
    """An extra variable beside the choices, such as *hours above the even share*."""

    lower: int
    upper: int
    is_integer: bool


@dataclass(frozen=True)
class Program:
    """A generalized assignment problem with side requirements: minimise ``objective``.

    Each case i has exactly one coordinator j with ``open[i, j]``, or stays unplaced where
    ``may_stay_unplaced[i]``. A coordinator's cases weigh at most ``capacity[j]``
    (``workload`` n × m, hundredths of an hour a month). ``rows`` hold besides.
    """

    open: BoolArray
    may_stay_unplaced: BoolArray
    workload: IntArray
    capacity: IntArray
    objective: Expression
    rows: tuple[Row, ...] = ()
    extras: tuple[Extra, ...] = ()

    @property
    def shape(self) -> tuple[int, int]:
        """Number of cases, number of coordinators."""
        n, m = self.open.shape
        return n, m


@dataclass(frozen=True)
class Limits:
    """How much work a solve may do. Deterministic by default: work, not wall-clock.

    ``effort`` scales the deterministic limits (1.0 suits an assignment round);
    ``time_limit_s`` adds a wall-clock limit, at the price of repeatability.
    """

    effort: float = 1.0
    time_limit_s: float | None = None
    seed: int = 0


@dataclass(frozen=True)
class Solution:
    """The best plan found, and how good any plan can be.

    ``coordinator_of`` (n; ``UNPLACED`` for nobody) is ``None`` when no plan was found.
    ``bound`` never exceeds the true minimum. ``forced_bound`` (n × m, and ``unplaced_bound``
    n) is a lower bound on the minimum when that choice is forced; the smallest int64 where
    nothing is known; used to close choices that can't be in a plan at least as good.
    """

    coordinator_of: IntArray | None
    objective: int | None
    bound: int
    is_optimal: bool
    is_infeasible: bool = False
    forced_bound: IntArray | None = None
    unplaced_bound: IntArray | None = None
    notes: tuple[str, ...] = field(default=())
