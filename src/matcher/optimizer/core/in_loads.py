"""A program settled as a choice among whole loads, where few can be in a better plan.

One column a load instead of one a pair: the relaxation then knows that hours can't be split, and
what a load counts in each row, overtime too, is a number. HiGHS proves in a tenth of a second what
takes ten times as long pair by pair (Barnhart et al. 1998, on branch and price).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.bounding import Bounds
from matcher.optimizer.core.linear import FloatArray, LinearModel, Matrix
from matcher.optimizer.core.loads import Loads, list_loads
from matcher.optimizer.core.plan import Checked, better, checked
from matcher.optimizer.core.small import Answer
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program, Row

_MOST_LOADS = 1_000


def settle_in_loads(
    program: Program,
    bounds: Bounds,
    best: Checked | None,
    kept: BoolArray,
    kept_unplaced: BoolArray,
    target: int,
    effort: engine.Effort,
) -> Answer | None:
    """The best plan of at most ``target`` of the kept choices, as far as the effort goes.

    ``None`` where there is nobody, where there are too many loads, and where an extra isn't the
    overtime of one coordinator.
    """
    if 0 in program.shape or len(program.overtimes) < len(program.extras):
        return None
    slack = target * bounds.problem.scale - bounds.base
    loads = list_loads(bounds.problem, bounds.prices, slack, kept, _MOST_LOADS)
    if loads is None:
        return None
    idle = np.flatnonzero(program.may_stay_unplaced & kept_unplaced)
    columns = _Columns(program, loads, idle)
    answer = engine.solve_mip(columns.model(target), None, effort)
    if answer.is_infeasible:
        return Answer(best, None, is_infeasible=True)
    if answer.values is not None:
        best = better(best, checked(program, columns.plan_of(answer.values)))
    found = answer.bound
    bound = int(np.ceil(found - 1e-5 - 1e-8 * abs(found))) if np.isfinite(found) else None
    return Answer(best, bound, is_infeasible=False)


@dataclass(frozen=True)
class _Columns:
    """A column for each load, and then for each of the cases (``idle``) that may be left out."""

    program: Program
    loads: Loads
    idle: IntArray

    def model(self, target: int) -> LinearModel:
        """Each case once, a coordinator one load, the program's rows, and the target."""
        program, loads = self.program, self.loads
        n, m = program.shape
        load, case = self._cases()
        counted = {overtime.row for overtime in program.overtimes}
        own = [row for r, row in enumerate(program.rows) if r not in counted]
        cost = self._cost()
        entries = [
            (case, load, np.ones(len(case))),
            (self.idle, len(loads) + np.arange(len(self.idle)), np.ones(len(self.idle))),
            (n + loads.coordinator, np.arange(len(loads)), np.ones(len(loads))),
        ]
        for r, counts in enumerate([*map(self._counts, own), cost]):
            at = np.flatnonzero(counts)
            entries.append((np.full(len(at), n + m + r), at, counts[at]))
        lower = [-np.inf if row.lower is None else float(row.lower) for row in own]
        upper = [np.inf if row.upper is None else float(row.upper) for row in own]
        return LinearModel(
            case=np.zeros(0, np.int64),
            coordinator=np.zeros(0, np.int64),
            cost=cost,
            lower=np.zeros(len(cost)),
            upper=np.ones(len(cost)),
            is_integer=np.ones(len(cost), np.bool_),
            matrix=_sorted(entries),
            row_lower=np.concatenate([np.ones(n), np.full(m, -np.inf), lower, [-np.inf]]),
            row_upper=np.concatenate([np.ones(n), np.ones(m), upper, [float(target)]]),
        )

    def plan_of(self, values: FloatArray) -> IntArray:
        """The plan (n) that column values describe."""
        plan = np.full(self.program.shape[0], UNPLACED, np.int64)
        load, case = self._cases()
        chosen = values[load] > 0.5
        plan[case[chosen]] = self.loads.coordinator[load[chosen]]
        return plan

    def _cases(self) -> tuple[IntArray, IntArray]:
        """Each load with each of its cases."""
        load, place = np.nonzero(self.loads.cases < self.program.shape[0])
        return load, self.loads.cases[load, place]

    def _cost(self) -> FloatArray:
        objective = self.program.objective
        return self._sums(objective.pair, objective.unplaced, objective.extra)

    def _counts(self, row: Row) -> FloatArray:
        """What each column counts in a row."""
        n, m = self.program.shape
        pair, extra = np.zeros((n, m + 1), np.int64), np.zeros(len(self.program.extras), np.int64)
        np.add.at(pair, (row.case, row.coordinator), row.coefficient)
        np.add.at(extra, row.extra, row.extra_coefficient)
        return self._sums(pair[:, :m], pair[:, m], extra)

    def _sums(self, pair: IntArray, unplaced: IntArray, extra: IntArray) -> FloatArray:
        """Each load's pairs and overtime, and each left-out case, at these prices."""
        load, case = self._cases()
        coordinator = self.loads.coordinator
        sums, hours = np.zeros(len(self.loads), np.int64), np.zeros(len(self.loads), np.int64)
        np.add.at(sums, load, pair[case, coordinator[load]])
        np.add.at(hours, load, self.program.workload[case, coordinator[load]])
        for overtime in self.program.overtimes:
            theirs = coordinator == overtime.coordinator
            beyond = np.maximum(hours[theirs] // overtime.step - overtime.free, 0)
            sums[theirs] += extra[overtime.extra] * beyond
        return np.concatenate([sums, unplaced[self.idle]]).astype(np.float64)


def _sorted(entries: list[tuple[IntArray, IntArray, FloatArray]]) -> Matrix:
    row, column, coefficient = (np.concatenate(parts) for parts in zip(*entries, strict=True))
    order = np.lexsort((column, row))
    return Matrix(row[order], column[order], coefficient[order])
