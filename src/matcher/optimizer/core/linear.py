"""A program as a linear model: one column a choice that is still open, then the extras."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Matrix:
    """Sparse requirement coefficients, each (row, column) at most once."""

    row: IntArray
    column: IntArray
    coefficient: FloatArray

    def only(self, entries: IntArray) -> Matrix:
        """These entries, in this order."""
        return Matrix(self.row[entries], self.column[entries], self.coefficient[entries])


@dataclass(frozen=True)
class LinearModel:
    """Minimise ``cost · x`` where ``lower <= x <= upper`` and ``row_lower <= A x <= row_upper``.

    Column t < len(case) says that ``case[t]`` goes to ``coordinator[t]`` (``UNPLACED`` for
    nobody); the extras follow. The first n rows give each case its one choice, the next m are
    the coordinators' hours, the program's own rows come last.
    """

    case: IntArray
    coordinator: IntArray
    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    is_integer: BoolArray
    matrix: Matrix
    row_lower: FloatArray
    row_upper: FloatArray

    def values_of(self, coordinator_of: IntArray) -> FloatArray:
        """Column values of a plan; not a number for the extras, which the plan doesn't say."""
        chosen = (coordinator_of[self.case] == self.coordinator).astype(np.float64)
        return np.concatenate([chosen, np.full(len(self.cost) - len(chosen), np.nan)])

    def plan_of(self, values: FloatArray, n: int) -> IntArray:
        """The plan that column values describe; the largest value of each case decides."""
        coordinator_of = np.full(n, UNPLACED, dtype=np.int64)
        order = np.argsort(values[: len(self.case)], kind="stable")
        coordinator_of[self.case[order]] = self.coordinator[order]
        return coordinator_of


def linear_model(
    program: Program, kept: BoolArray | None = None, kept_unplaced: BoolArray | None = None
) -> LinearModel:
    """The linear model of ``program`` with only the kept choices (all the open ones if None)."""
    n, m = program.shape
    pairs = program.open if kept is None else program.open & kept
    unplaced = program.may_stay_unplaced
    if kept_unplaced is not None:
        unplaced = unplaced & kept_unplaced
    case, coordinator = np.nonzero(np.column_stack([pairs, unplaced]))
    coordinator = np.where(coordinator == m, UNPLACED, coordinator)
    count, extras = len(case), len(program.extras)
    objective = program.objective
    costs = np.column_stack([objective.pair, objective.unplaced])
    return LinearModel(
        case=case,
        coordinator=coordinator,
        cost=np.concatenate([costs[case, coordinator], objective.extra]).astype(np.float64),
        lower=np.array([0.0] * count + [extra.lower for extra in program.extras]),
        upper=np.array([1.0] * count + [extra.upper for extra in program.extras]),
        is_integer=np.array([True] * count + [extra.is_integer for extra in program.extras]),
        matrix=_matrix(program, case, coordinator, extras),
        row_lower=np.concatenate([np.ones(n), np.full(m, -np.inf), _limits(program, "lower")]),
        row_upper=np.concatenate([np.ones(n), program.capacity, _limits(program, "upper")]),
    )


def _limits(program: Program, side: str) -> FloatArray:
    free = -np.inf if side == "lower" else np.inf
    limits = (getattr(row, side) for row in program.rows)
    return np.array([free if limit is None else limit for limit in limits], dtype=np.float64)


def _matrix(program: Program, case: IntArray, coordinator: IntArray, extras: int) -> Matrix:
    n, m = program.shape
    count = len(case)
    columns = np.arange(count)
    placed = coordinator != UNPLACED
    column_of = np.full((n, m + 1), -1, dtype=np.int64)
    column_of[case, coordinator] = columns
    pieces = [
        (case, columns, np.ones(count, dtype=np.int64)),
        (
            n + coordinator[placed],
            columns[placed],
            program.workload[case[placed], coordinator[placed]],
        ),
    ]
    for r, row in enumerate(program.rows, start=n + m):
        column = column_of[row.case, row.coordinator]
        known = column >= 0
        pieces.append((np.full(known.sum(), r), column[known], row.coefficient[known]))
        pieces.append((np.full(len(row.extra), r), count + row.extra, row.extra_coefficient))
    rows, cols, values = (np.concatenate(part) for part in zip(*pieces, strict=True))
    return merged(rows, cols, values, count + extras)


def merged(row: IntArray, column: IntArray, value: IntArray, width: int) -> Matrix:
    """Coefficients given twice for one place are added, as a sum would."""
    place, at = np.unique(row * max(width, 1) + column, return_inverse=True)
    total = np.zeros(len(place), dtype=np.int64)
    np.add.at(total, at, value)
    kept = total != 0
    return Matrix(
        row=place[kept] // max(width, 1),
        column=place[kept] % max(width, 1),
        coefficient=total[kept].astype(np.float64),
    )
