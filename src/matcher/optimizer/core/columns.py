"""A program with a column for each whole load, and for each case that may be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core import cuts
from matcher.optimizer.core.linear import FloatArray, LinearModel, Matrix
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.sides import Sides
from matcher.optimizer.program import UNPLACED, BoolArray, Expression, IntArray, Program, Row


@dataclass(frozen=True)
class Columns:
    """What a plan of these loads costs, overtime counted, and what it counts in each row.

    ``idle`` are the cases that may be left out; ``sides`` the rows that don't just count overtime.
    """

    program: Program
    loads: Loads
    idle: IntArray
    sides: Sides

    @classmethod
    def of(cls, program: Program, listed: Loads, idle: IntArray) -> Columns:
        """Every extra must be the overtime of one coordinator: then a load says what it is."""
        counted = {overtime.row for overtime in program.overtimes}
        rows = [row for r, row in enumerate(program.rows) if r not in counted]
        counts = [_counts(program, listed, _expression(program, row)) for row in rows]
        n = program.shape[0]
        none = Sides.none(len(listed), n)
        sides = Sides(
            np.stack([load for load, _ in counts], axis=1) if rows else none.load,
            np.stack([alone for _, alone in counts], axis=1) if rows else none.alone,
            np.array([-np.inf if row.lower is None else row.lower for row in rows], float),
            np.array([np.inf if row.upper is None else row.upper for row in rows], float),
        )
        cost, _ = _counts(program, listed, program.objective)
        return cls(program, replace(listed, cost=cost), idle, sides)

    @property
    def unplaced(self) -> IntArray:
        """What leaving each case out costs (n); ``NEVER`` where that isn't allowed."""
        costs = np.full(self.program.shape[0], NEVER)
        costs[self.idle] = self.program.objective.unplaced[self.idle]
        return costs

    def only(self, kept: BoolArray | IntArray) -> Columns:
        """The kept loads."""
        return replace(self, loads=self.loads.only(kept), sides=self.sides.only(kept))

    def model(self, target: int, triples: IntArray) -> LinearModel:
        """Each case once, a coordinator one load, the program's rows, the target, and cuts."""
        n, m = self.program.shape
        load, case = _cases(self.loads, n)
        count = len(self.loads)
        alone = self.program.objective.unplaced[self.idle]
        cost = np.concatenate([self.loads.cost, alone]).astype(np.float64)
        own = np.concatenate([self.sides.load, self.sides.alone[self.idle]])
        cut = cuts.cut_coefficients(self.loads, triples, n)
        cut = np.concatenate([cut, np.zeros((len(self.idle), len(triples)))])
        wide = np.concatenate([own, cost[:, None], cut], axis=1)
        column, row = np.nonzero(wide)
        entries = [
            (case, load, np.ones(len(case))),
            (self.idle, count + np.arange(len(self.idle)), np.ones(len(self.idle))),
            (n + self.loads.coordinator, np.arange(count), np.ones(count)),
            (n + m + row, column, wide[column, row]),
        ]
        once, unbounded = np.ones(n), np.full(1 + len(triples), -np.inf)
        most = np.concatenate([[float(target)], np.ones(len(triples))])
        return LinearModel(
            case=np.zeros(0, np.int64),
            coordinator=np.zeros(0, np.int64),
            cost=cost,
            lower=np.zeros(len(cost)),
            upper=np.ones(len(cost)),
            is_integer=np.ones(len(cost), np.bool_),
            matrix=_sorted(entries),
            row_lower=np.concatenate([once, np.full(m, -np.inf), self.sides.lower, unbounded]),
            row_upper=np.concatenate([once, np.ones(m), self.sides.upper, most]),
        )

    def plan_of(self, values: FloatArray) -> IntArray:
        """The plan (n) that column values describe."""
        plan = np.full(self.program.shape[0], UNPLACED, np.int64)
        load, case = _cases(self.loads, len(plan))
        chosen = values[load] > 0.5
        plan[case[chosen]] = self.loads.coordinator[load[chosen]]
        return plan


def _expression(program: Program, row: Row) -> Expression:
    n, m = program.shape
    pair, extra = np.zeros((n, m + 1), np.int64), np.zeros(len(program.extras), np.int64)
    np.add.at(pair, (row.case, row.coordinator), row.coefficient)
    np.add.at(extra, row.extra, row.extra_coefficient)
    return Expression(pair[:, :m], pair[:, m], extra)


def _counts(program: Program, loads: Loads, expression: Expression) -> tuple[IntArray, IntArray]:
    """What each load, overtime too, and each case left out counts in an expression."""
    load, case = _cases(loads, program.shape[0])
    coordinator = loads.coordinator
    sums, hours = np.zeros(len(loads), np.int64), np.zeros(len(loads), np.int64)
    np.add.at(sums, load, expression.pair[case, coordinator[load]])
    np.add.at(hours, load, program.workload[case, coordinator[load]])
    for overtime in program.overtimes:
        theirs = coordinator == overtime.coordinator
        beyond = np.maximum(hours[theirs] // overtime.step - overtime.free, 0)
        sums[theirs] += expression.extra[overtime.extra] * beyond
    return sums, expression.unplaced


def _cases(loads: Loads, n: int) -> tuple[IntArray, IntArray]:
    """Each load with each of its cases."""
    load, place = np.nonzero(loads.cases < n)
    return load, loads.cases[load, place]


def _sorted(entries: list[tuple[IntArray, IntArray, FloatArray]]) -> Matrix:
    row, column, coefficient = (np.concatenate(parts) for parts in zip(*entries, strict=True))
    order = np.lexsort((column, row))
    return Matrix(row[order], column[order], coefficient[order])
