"""One tier of a round as bare numbers: what may be chosen, what must hold, what is minimised."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

UNPLACED = -1

_LARGE, _VERY_LARGE = 600, 1_500


def is_large(cases: int, coordinators: int) -> bool:
    """Whether a search to the end takes too long, and parts of a plan are bettered instead."""
    return cases + coordinators > _LARGE


def is_very_large(cases: int, coordinators: int) -> bool:
    """Whether even the prices of whole loads take too long."""
    return cases + coordinators > _VERY_LARGE


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
class Overtime:
    """A coordinator's hours beyond ``free``, counted by an extra variable that does nothing else.

    Both in the row's own steps, ``step`` hundredths of an hour each: the extra is at its best
    at ``max(0, hours / step - free)``.
    """

    row: int
    extra: int
    coordinator: int
    free: int
    step: int


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
    then: Expression | None = None
    """What is wanted next, without extras: a search for better plans has an eye to it, so that
    it doesn't spoil what it needn't. It is no part of what is proven."""

    @property
    def shape(self) -> tuple[int, int]:
        """Number of cases, number of coordinators."""
        n, m = self.open.shape
        return n, m

    @cached_property
    def overtimes(self) -> tuple[Overtime, ...]:
        """The rows that do no more than count what one coordinator has beyond some hours."""
        wanting = np.zeros(len(self.extras), np.int64)
        for row in self.rows:
            asks = (row.extra_coefficient < 0) | (row.lower is not None)
            np.add.at(wanting, row.extra[asks], 1)
        alone = (wanting == 1) & (self.objective.extra >= 0)
        found = (
            self._overtime(r, row)
            for r, row in enumerate(self.rows)
            if row.extra_coefficient.tolist() == [-1] and alone[row.extra[0]]
        )
        return tuple(overtime for overtime in found if overtime is not None)

    def _overtime(self, r: int, row: Row) -> Overtime | None:
        """What a row counts that wants its one extra to be larger, as no other row does."""
        upper, extra, j = row.upper, int(row.extra[0]), int(row.coordinator.max(initial=UNPLACED))
        if upper is None or row.lower is not None or (row.coordinator != j).any() or j == UNPLACED:
            return None
        steps = np.zeros(self.shape[0], np.int64)
        np.add.at(steps, row.case, row.coefficient)
        hours = np.where(self.open[:, j], self.workload[:, j], 0)
        step = int(hours.max()) // max(1, int(steps[hours.argmax()]))
        most = min(int(hours.sum()), int(self.capacity[j])) // max(1, step) - upper
        variable = self.extras[extra]
        if step < 1 or variable.lower != 0 or variable.upper < most:
            return None
        if (hours != step * steps)[self.open[:, j]].any():
            return None
        return Overtime(r, extra, j, upper, step)


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
