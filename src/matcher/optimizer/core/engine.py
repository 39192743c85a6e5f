"""The solvers, behind one narrow door: a model goes in, column values and a bound come out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    parameters_pb2,
    result_pb2,
)
from ortools.math_opt.core.python import solver as math_opt

from matcher.optimizer.core.linear import FloatArray, LinearModel
from matcher.optimizer.program import Program

HIGHS = parameters_pb2.SOLVER_TYPE_HIGHS


@dataclass(frozen=True)
class Answer:
    """What a solver says of a model: to be checked, never believed by itself.

    ``values`` is ``None`` when no solution was found; ``bound`` is minus infinity when nothing
    is known, and plus infinity when the model has no solution.
    """

    values: FloatArray | None
    bound: float
    is_infeasible: bool


@dataclass(frozen=True)
class Effort:
    """How hard to try: ``nodes`` of a search tree (repeatable), ``seconds`` of the clock.

    The search ends when value and bound differ by at most ``gap``, in the objective's unit.
    """

    nodes: int | None
    seconds: float | None = None
    gap: float = 0.0


THOROUGH = Effort(nodes=None)
WHOLE = 0.99
"""Whole choices cost whole points: a bound less than one below is as good as equal."""


def gap_of(program: Program) -> float:
    """How near its bound a plan is as good as best."""
    is_whole = all(extra.is_integer for extra in program.extras)
    return WHOLE if is_whole or not program.objective.extra.any() else 1e-6


def solve_mip(
    model: LinearModel, start: FloatArray | None, effort: Effort, seed: int = 0
) -> Answer:
    """Solve to optimality by HiGHS. ``start`` may leave columns open with not-a-number."""
    parameters = parameters_pb2.SolveParametersProto(
        relative_gap_tolerance=0.0, absolute_gap_tolerance=effort.gap, random_seed=seed
    )
    if effort.nodes is not None:
        parameters.node_limit = effort.nodes
    if effort.seconds is not None:
        seconds = datetime.timedelta(seconds=max(effort.seconds, 0.01))
        parameters.time_limit.FromTimedelta(seconds)
    return _answer(_run(HIGHS, _model_proto(model), parameters, _start_proto(start)), model)


def _run(
    solver: parameters_pb2.SolverTypeProto,
    model: model_pb2.ModelProto,
    parameters: parameters_pb2.SolveParametersProto,
    start: model_parameters_pb2.ModelSolveParametersProto,
) -> result_pb2.SolveResultProto:
    result: result_pb2.SolveResultProto = math_opt.solve(
        model,
        solver,
        parameters_pb2.SolverInitializerProto(),
        parameters,
        start,
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )
    return result


def _model_proto(model: LinearModel) -> model_pb2.ModelProto:
    """Filled array by array: a call a column would take seconds at 600,000 columns."""
    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(len(model.cost)))
    proto.variables.lower_bounds.extend(model.lower.tolist())
    proto.variables.upper_bounds.extend(model.upper.tolist())
    proto.variables.integers.extend(model.is_integer.tolist())
    costly = np.flatnonzero(model.cost)
    proto.objective.linear_coefficients.ids.extend(costly.tolist())
    proto.objective.linear_coefficients.values.extend(model.cost[costly].tolist())
    proto.linear_constraints.ids.extend(range(len(model.row_lower)))
    proto.linear_constraints.lower_bounds.extend(model.row_lower.tolist())
    proto.linear_constraints.upper_bounds.extend(model.row_upper.tolist())
    proto.linear_constraint_matrix.row_ids.extend(model.matrix.row.tolist())
    proto.linear_constraint_matrix.column_ids.extend(model.matrix.column.tolist())
    proto.linear_constraint_matrix.coefficients.extend(model.matrix.coefficient.tolist())
    return proto


def _start_proto(start: FloatArray | None) -> model_parameters_pb2.ModelSolveParametersProto:
    proto = model_parameters_pb2.ModelSolveParametersProto()
    if start is not None:
        known = np.flatnonzero(~np.isnan(start))
        hint = proto.solution_hints.add()
        hint.variable_values.ids.extend(known.tolist())
        hint.variable_values.values.extend(start[known].tolist())
    return proto


def _answer(result: result_pb2.SolveResultProto, model: LinearModel) -> Answer:
    if result.termination.reason == result_pb2.TERMINATION_REASON_INFEASIBLE:
        return Answer(None, np.inf, is_infeasible=True)
    bound = result.termination.objective_bounds.dual_bound
    return Answer(_values(result, len(model.cost)), bound, is_infeasible=False)


def _values(result: result_pb2.SolveResultProto, count: int) -> FloatArray | None:
    for solution in result.solutions:
        primal = solution.primal_solution
        if primal.feasibility_status == 2:  # SOLUTION_STATUS_FEASIBLE
            values = np.zeros(count)
            values[np.array(primal.variable_values.ids, dtype=np.int64)] = np.array(
                primal.variable_values.values
            )
            return values
    return None
