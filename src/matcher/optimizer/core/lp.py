"""A linear program that grows: columns and rows are added, columns shut, and it is solved again.

Each solve starts from the last one's basis (GLOP through its incremental interface), which is
what makes tree search cheap. Column generation asks for the middle instead: where many prices are
equally good, those at a corner are as likely as not to be thrown over by the next column.
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
)
from ortools.math_opt.core.python import solver as math_opt
from pybind11_abseil.status import StatusNotOk

from matcher.optimizer.core.linear import FloatArray, Matrix
from matcher.optimizer.program import BoolArray, IntArray


@dataclass(frozen=True)
class Prices:
    """An LP's answer: ``objective``, a price a row, a value a column."""

    objective: float
    rows: FloatArray
    columns: FloatArray


class GrowingLP:
    """Minimise over columns that are at least zero; rows between their limits."""

    def __init__(self, row_lower: FloatArray, row_upper: FloatArray) -> None:
        self._empty = model_pb2.ModelProto()
        self._empty.linear_constraints.ids.extend(range(len(row_lower)))
        self._empty.linear_constraints.lower_bounds.extend(row_lower.tolist())
        self._empty.linear_constraints.upper_bounds.extend(row_upper.tolist())
        self._grown: list[model_update_pb2.ModelUpdateProto] = []
        self._solver: math_opt.Solver | None = None
        self.rows, self.columns = len(row_lower), 0
        self._upper, self._cost = np.zeros(0), np.zeros(0)

    def add_columns(
        self,
        cost: FloatArray,
        matrix: Matrix,
        *,
        lower: FloatArray | None = None,
        upper: FloatArray | None = None,
    ) -> None:
        """Add columns; ``matrix`` counts them from zero."""
        count = len(cost)
        lower = np.zeros(count) if lower is None else lower
        upper = np.full(count, np.inf) if upper is None else upper
        update = model_update_pb2.ModelUpdateProto()
        ids = range(self.columns, self.columns + count)
        update.new_variables.ids.extend(ids)
        update.new_variables.lower_bounds.extend(lower.tolist())
        update.new_variables.upper_bounds.extend(upper.tolist())
        update.new_variables.integers.extend([False] * count)
        update.objective_updates.linear_coefficients.ids.extend(ids)
        update.objective_updates.linear_coefficients.values.extend(cost.tolist())
        self._add_matrix(update, matrix.row, matrix.column + self.columns, matrix.coefficient)
        self.columns += count
        self._upper = np.concatenate([self._upper, upper])
        self._cost = np.concatenate([self._cost, cost])

    def add_rows(self, upper: FloatArray, matrix: Matrix) -> None:
        """Add rows ``<= upper``; ``matrix`` counts them from zero."""
        update = model_update_pb2.ModelUpdateProto()
        ids = range(self.rows, self.rows + len(upper))
        update.new_linear_constraints.ids.extend(ids)
        update.new_linear_constraints.lower_bounds.extend([-np.inf] * len(upper))
        update.new_linear_constraints.upper_bounds.extend(upper.tolist())
        self._add_matrix(update, matrix.row + self.rows, matrix.column, matrix.coefficient)
        self.rows += len(upper)

    def _add_matrix(
        self,
        update: model_update_pb2.ModelUpdateProto,
        row: IntArray,
        column: IntArray,
        coefficient: FloatArray,
    ) -> None:
        order = np.lexsort((column, row))
        entries = update.linear_constraint_matrix_updates
        entries.row_ids.extend(row[order].tolist())
        entries.column_ids.extend(column[order].tolist())
        entries.coefficients.extend(coefficient[order].tolist())
        self._grown.append(update)
        self._tell(update)

    def _tell(self, update: model_update_pb2.ModelUpdateProto) -> None:
        """Tell the solver that keeps a basis, if it is in use."""
        if self._solver is not None:
            self._solver.update(update)

    def recost(self, columns: IntArray, cost: FloatArray) -> None:
        """Let these columns cost something else."""
        self._cost[columns] = cost
        self._tell_costs(columns)

    def _tell_costs(self, columns: IntArray) -> None:
        update = model_update_pb2.ModelUpdateProto()
        costs = update.objective_updates.linear_coefficients
        costs.ids.extend(columns.tolist())
        costs.values.extend(self._cost[columns].tolist())
        self._tell(update)

    def open_only(self, first: int, is_open: BoolArray) -> None:
        """Shut (upper bound zero) or open the columns from ``first`` on."""
        wanted = np.where(is_open, np.inf, 0.0)
        changed = np.flatnonzero(wanted != self._upper[first:]) + first
        self._upper[first:] = wanted
        self._set_upper(changed)

    def _set_upper(self, columns: IntArray) -> None:
        update = model_update_pb2.ModelUpdateProto()
        bounds = update.variable_updates.upper_bounds
        bounds.ids.extend(columns.tolist())
        bounds.values.extend(self._upper[columns].tolist())
        self._tell(update)

    def solve(self, *, after_shutting: bool = False) -> Prices | None:
        """Solve from the last basis; ``None`` where the solver gives no optimum.

        ``after_shutting`` says that columns were shut or rows added since: the last basis then
        still has the right signs of prices, and the dual simplex starts near its goal.
        """
        algorithm = (
            parameters_pb2.LP_ALGORITHM_DUAL_SIMPLEX
            if after_shutting
            else parameters_pb2.LP_ALGORITHM_PRIMAL_SIMPLEX
        )
        prices = self._attempt(
            parameters_pb2.SolveParametersProto(
                presolve=parameters_pb2.EMPHASIS_OFF, lp_algorithm=algorithm
            )
        )
        if prices is None:
            self._start_afresh()
            prices = self._attempt(parameters_pb2.SolveParametersProto())
            if prices is None:
                self._start_afresh()
        return prices

    def middle(self) -> Prices | None:
        """Solve by interior points, without a corner: prices amid all that are equally good.

        Fewer and truer prices are needed so (Gondzio, González-Brevis and Munari 2013). From a
        corner where the interior gives no optimum.
        """
        solver = math_opt.new(
            parameters_pb2.SOLVER_TYPE_HIGHS, self._whole(), parameters_pb2.SolverInitializerProto()
        )
        parameters = parameters_pb2.SolveParametersProto(
            lp_algorithm=parameters_pb2.LP_ALGORITHM_BARRIER
        )
        parameters.highs.string_options["run_crossover"] = "off"
        return self._asked(solver, parameters) or self.solve()

    def _start_afresh(self) -> None:
        """A solver that failed once can't be used again: begin another like it."""
        self._solver = None

    def _whole(self) -> model_pb2.ModelProto:
        """All that has been added, as one program."""
        whole = model_pb2.ModelProto()
        whole.CopyFrom(self._empty)
        entries = whole.linear_constraint_matrix
        rows, columns, coefficients = [list[float]() for _ in range(3)]
        for update in self._grown:
            added = update.new_linear_constraints
            whole.linear_constraints.ids.extend(added.ids)
            whole.linear_constraints.lower_bounds.extend(added.lower_bounds)
            whole.linear_constraints.upper_bounds.extend(added.upper_bounds)
            whole.variables.MergeFrom(update.new_variables)
            found = update.linear_constraint_matrix_updates
            rows += found.row_ids
            columns += found.column_ids
            coefficients += found.coefficients
        del whole.variables.upper_bounds[:]
        whole.variables.upper_bounds.extend(self._upper.tolist())
        whole.objective.linear_coefficients.ids.extend(range(self.columns))
        whole.objective.linear_coefficients.values.extend(self._cost.tolist())
        row, column = np.array(rows, np.int64), np.array(columns, np.int64)
        order = np.lexsort((column, row))
        entries.row_ids.extend(row[order].tolist())
        entries.column_ids.extend(column[order].tolist())
        entries.coefficients.extend(np.array(coefficients, np.float64)[order].tolist())
        return whole

    def _attempt(self, parameters: parameters_pb2.SolveParametersProto) -> Prices | None:
        if self._solver is None:
            self._solver = math_opt.new(
                parameters_pb2.SOLVER_TYPE_GLOP,
                self._whole(),
                parameters_pb2.SolverInitializerProto(),
            )
        return self._asked(self._solver, parameters)

    def _asked(
        self, solver: math_opt.Solver, parameters: parameters_pb2.SolveParametersProto
    ) -> Prices | None:
        try:
            result = solver.solve(
                parameters,
                model_parameters_pb2.ModelSolveParametersProto(),
                None,
                callback_pb2.CallbackRegistrationProto(),
                None,
                None,
            )
        except StatusNotOk:  # the solver gave up: numerical trouble
            return None
        if not result.solutions or not result.solutions[0].HasField("dual_solution"):
            return None
        solution = result.solutions[0]
        rows, columns = np.zeros(self.rows), np.zeros(self.columns)
        duals, primals = (
            solution.dual_solution.dual_values,
            solution.primal_solution.variable_values,
        )
        rows[np.array(duals.ids, dtype=np.int64)] = np.array(duals.values)
        columns[np.array(primals.ids, dtype=np.int64)] = np.array(primals.values)
        return Prices(solution.primal_solution.objective_value, rows, columns)
