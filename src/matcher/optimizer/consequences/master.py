"""The linear program over loads: how to mix the loads known so far, and what that prices.

One program for every tier and every pair in turn: the tier is the objective, the tiers above are
held by rows, and a forced pair shuts the loads that contradict it. Each solve starts from the
last one's basis (GLOP through its incremental interface).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    model_update_pb2,
    parameters_pb2,
    result_pb2,
)
from ortools.math_opt.core.python import solver as math_opt
from pybind11_abseil.status import StatusNotOk

from matcher.optimizer.consequences.columns import LOAD, NOBODY, Column, Rows
from matcher.optimizer.consequences.prices import SCALE, Prices
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import UNPLACED, IntArray

_CLOSE = 1e-6
_COLUMNS_A_ROW = 12
"""More columns than this make every solve slow; half of them have been of no use for long."""


@dataclass(frozen=True)
class Mix:
    """What an optimal mix of the loads known costs, its prices, and the plan (n) if it is one."""

    cost: float
    prices: Prices
    plan: IntArray | None


class Master:
    """The loads known so far, and the tier and forced pair that are asked about."""

    def __init__(self, stakes: Stakes) -> None:
        self.stakes, self.rows = stakes, Rows(stakes)
        self._lower, self._upper = self.rows.limits
        self._columns: list[Column] = []
        self._known: set[tuple[int, tuple[int, ...]]] = set()
        self._tier, self._forced = 0, (UNPLACED, UNPLACED)
        self._limit = np.zeros(0)
        self._solves, self._last_used = 0, np.zeros(0, np.int64)
        self._solver = self._fresh_solver()
        self._add(self.rows.first_columns())
        self._always = len(self._columns)

    def _fresh_solver(self) -> math_opt.Solver:
        proto = model_pb2.ModelProto()
        proto.linear_constraints.ids.extend(range(len(self._lower)))
        proto.linear_constraints.lower_bounds.extend(self._lower)
        proto.linear_constraints.upper_bounds.extend(self._upper)
        return math_opt.new(
            parameters_pb2.SOLVER_TYPE_GLOP, proto, parameters_pb2.SolverInitializerProto()
        )

    def learn(self, plan: IntArray) -> None:
        """Make the loads of a plan known."""
        cases = range(len(plan))
        self.learn_loads({j: tuple(i for i in cases if plan[i] == j) for j in set(plan.tolist())})

    def learn_loads(self, loads: dict[int, tuple[int, ...]]) -> bool:
        """Make loads by coordinator known; whether any is new."""
        fresh = [(j, cases) for j, cases in loads.items() if (j, cases) not in self._known]
        fresh = [(j, cases) for j, cases in fresh if j != UNPLACED and cases]
        self._add([self.rows.load(j, cases) for j, cases in fresh])
        return bool(fresh)

    def forget(self) -> None:
        """Let go of the loads that have been of no use for longest, once there are many."""
        if len(self._columns) <= _COLUMNS_A_ROW * len(self._upper):
            return
        latest = self._always + np.argsort(-self._last_used[self._always :], kind="stable")
        kept = [*range(self._always), *sorted(latest[: len(latest) // 2].tolist())]
        self._columns = [self._columns[c] for c in kept]
        self._known = {(c.of, c.cases) for c in self._columns if c.kind == LOAD}
        self._limit, self._last_used = self._limit[kept], self._last_used[kept]
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._solver = self._fresh_solver()
        self._solver.update(self._update_from(0))

    def _add(self, columns: list[Column]) -> None:
        self._known |= {(c.of, c.cases) for c in columns if c.kind == LOAD}
        self._limit = np.concatenate([self._limit, [self._limit_of(c) for c in columns]])
        now = np.full(len(columns), self._solves)
        self._last_used = np.concatenate([self._last_used, now])
        self._columns += columns
        self._solver.update(self._update_from(len(self._columns) - len(columns)))

    def _update_from(self, first: int) -> model_update_pb2.ModelUpdateProto:
        """What the solver must hear of the columns from ``first`` on."""
        columns, ids = self._columns[first:], range(first, len(self._columns))
        update = model_update_pb2.ModelUpdateProto()
        update.new_variables.ids.extend(ids)
        update.new_variables.lower_bounds.extend([0.0] * len(columns))
        update.new_variables.upper_bounds.extend(self._limit[first:].tolist())
        update.new_variables.integers.extend([False] * len(columns))
        costs = update.objective_updates.linear_coefficients
        costs.ids.extend(ids)
        costs.values.extend([column.counts[self._tier] for column in columns])
        entries = sorted(
            (row, c, value)
            for c, column in zip(ids, columns, strict=True)
            for row, value in column.entries.items()
        )
        matrix = update.linear_constraint_matrix_updates
        matrix.row_ids.extend([row for row, _, _ in entries])
        matrix.column_ids.extend([c for _, c, _ in entries])
        matrix.coefficients.extend([value for _, _, value in entries])
        return update

    def _limit_of(self, column: Column) -> float:
        """Zero for what contradicts the forced pair."""
        i, j = self._forced
        if column.kind == NOBODY:
            return 0.0 if column.of == i else column.upper
        if column.kind == LOAD and i != UNPLACED:
            return column.upper if (column.of == j) == (i in column.cases) else 0.0
        return column.upper

    def ask(self, tier: int, held: IntArray, forced: tuple[int, int]) -> None:
        """From now on: minimise ``tier`` with those above at most ``held``, the pair forced."""
        update = model_update_pb2.ModelUpdateProto()
        if tier != self._tier:
            self._tier = tier
            costs = update.objective_updates.linear_coefficients
            costs.ids.extend(range(len(self._columns)))
            costs.values.extend([column.counts[tier] for column in self._columns])
        if forced != self._forced:
            self._forced = forced
            limits = np.array([self._limit_of(column) for column in self._columns])
            changed = np.flatnonzero(limits != self._limit)
            self._limit = limits
            update.variable_updates.upper_bounds.ids.extend(changed.tolist())
            update.variable_updates.upper_bounds.values.extend(limits[changed].tolist())
        sides = [float(v) for v in held[:tier].tolist()] + [np.inf] * (self.stakes.tiers - tier)
        for t, side in enumerate(sides, self.rows.tier):
            if self._upper[t] != side:
                self._upper[t] = side
                update.linear_constraint_updates.upper_bounds.ids.append(t)
                update.linear_constraint_updates.upper_bounds.values.append(side)
        self._solver.update(update)

    def mix(self) -> Mix | None:
        """The best mix of the loads known; ``None`` where the solver gives none."""
        result = self._attempt()
        if result is None:  # GLOP gave up, and can't be used again: grow another
            self._begin_anew()
            result = self._attempt()
            if result is None:
                self._begin_anew()
        return None if result is None else self._read(result)

    def _attempt(self) -> result_pb2.SolveResultProto | None:
        wanted = model_parameters_pb2.ModelSolveParametersProto()
        wanted.variable_values_filter.skip_zero_values = True
        wanted.dual_values_filter.skip_zero_values = True
        wanted.reduced_costs_filter.filter_by_ids = True
        try:
            result: result_pb2.SolveResultProto = self._solver.solve(
                parameters_pb2.SolveParametersProto(presolve=parameters_pb2.EMPHASIS_OFF),
                wanted,
                None,
                callback_pb2.CallbackRegistrationProto(),
                None,
                None,
            )
        except StatusNotOk:
            return None
        return result

    def _read(self, result: result_pb2.SolveResultProto) -> Mix | None:
        if not result.solutions or not result.solutions[0].HasField("dual_solution"):
            return None
        solution = result.solutions[0]
        duals = solution.dual_solution.dual_values
        dual = np.zeros(len(self._upper))
        dual[np.array(duals.ids, np.int64)] = np.array(duals.values)
        scaled = np.rint(dual * SCALE).astype(np.int64)
        rows, n = self.rows, self.stakes.problem.shape[0]
        never_negative = np.maximum(-scaled, 0)
        prices = Prices(
            tier=self._tier,
            case=scaled[:n],
            held=never_negative[rows.tier :],
            family=never_negative[rows.family : rows.unit],
            unit=never_negative[rows.unit : rows.tier],
        )
        values = solution.primal_solution.variable_values
        self._solves += 1
        self._last_used[np.array(values.ids, np.int64)] = self._solves
        plan = self._plan(np.array(values.ids, np.int64), np.array(values.values))
        return Mix(solution.primal_solution.objective_value, prices, plan)

    def _plan(self, ids: IntArray, values: np.ndarray) -> IntArray | None:
        plan = np.full(self.stakes.problem.shape[0], UNPLACED, np.int64)
        for c, value in zip(ids.tolist(), values.tolist(), strict=True):
            column = self._columns[c]
            if column.kind != LOAD or value < _CLOSE:
                continue
            if value < 1 - _CLOSE:
                return None
            plan[list(column.cases)] = column.of
        return plan
