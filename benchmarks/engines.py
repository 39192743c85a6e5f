"""The same program by four engines: ours, and what one would pick instead.

A program here has only choices and hours: everybody else gets a plain model of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from matcher.optimizer.core import solve
from matcher.optimizer.program import UNPLACED, Limits, Program


@dataclass(frozen=True)
class Result:
    """The value of the best plan found and a lower bound; ``None`` where there is none."""

    value: int | None
    bound: int | None

    @property
    def is_proven(self) -> bool:
        """Whether the plan is known to be the best."""
        return self.value is not None and self.value == self.bound


def ours(program: Program, seconds: float) -> Result:
    """The core of a round, with a clock."""
    solution = solve(program, None, Limits(time_limit_s=seconds))
    return Result(solution.objective, solution.bound)


def choices(program: Program) -> list[tuple[int, int, int]]:
    """Case, coordinator (``UNPLACED`` for nobody) and cost of every open choice."""
    objective = program.objective
    pairs = np.argwhere(program.open & (program.workload <= program.capacity)).tolist()
    found = [(i, j, int(objective.pair[i, j])) for i, j in pairs]
    alone = np.flatnonzero(program.may_stay_unplaced).tolist()
    return found + [(i, UNPLACED, int(objective.unplaced[i])) for i in alone]


def _by_mip(solver: mathopt.SolverType, program: Program, seconds: float) -> Result:
    n, m = program.shape
    model = mathopt.Model()
    once: list[list[mathopt.Variable]] = [[] for _ in range(n)]
    hours: list[list[mathopt.LinearTypes]] = [[] for _ in range(m)]
    costs: list[mathopt.LinearTypes] = []
    for i, j, cost in choices(program):
        x = model.add_binary_variable()
        once[i].append(x)
        costs.append(float(cost) * x)
        if j != UNPLACED:
            hours[j].append(float(program.workload[i, j]) * x)
    for chosen in once:
        model.add_linear_constraint(mathopt.fast_sum(chosen) == 1)
    for j in range(m):
        model.add_linear_constraint(mathopt.fast_sum(hours[j]) <= float(program.capacity[j]))
    model.minimize(mathopt.fast_sum(costs))
    limit = mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=seconds), relative_gap_tolerance=0.0
    )
    answer = mathopt.solve(model, solver, params=limit)
    bounds = answer.termination.objective_bounds
    return Result(
        round(bounds.primal_bound) if np.isfinite(bounds.primal_bound) else None,
        int(np.ceil(bounds.dual_bound - 1e-5)) if np.isfinite(bounds.dual_bound) else None,
    )


def highs(program: Program, seconds: float) -> Result:
    """A plain model to HiGHS."""
    return _by_mip(mathopt.SolverType.HIGHS, program, seconds)


def scip(program: Program, seconds: float) -> Result:
    """A plain model to SCIP."""
    return _by_mip(mathopt.SolverType.GSCIP, program, seconds)


def cpsat(program: Program, seconds: float) -> Result:
    """A boolean a choice, exactly one a case, linear hours, two workers."""
    n, m = program.shape
    model = cp_model.CpModel()
    once: list[list[cp_model.IntVar]] = [[] for _ in range(n)]
    hours: list[list[cp_model.LinearExprT]] = [[] for _ in range(m)]
    costs: list[cp_model.LinearExprT] = []
    for i, j, cost in choices(program):
        x = model.new_bool_var("")
        once[i].append(x)
        costs.append(cost * x)
        if j != UNPLACED:
            hours[j].append(int(program.workload[i, j]) * x)
    for chosen in once:
        model.add_exactly_one(chosen)
    for j in range(m):
        model.add(sum(hours[j]) <= int(program.capacity[j]))
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Result(
        round(solver.objective_value) if found else None,
        int(np.ceil(solver.best_objective_bound - 1e-5)),
    )


ENGINES: dict[str, Callable[[Program, float], Result]] = {
    "ours": ours,
    "cpsat": cpsat,
    "highs": highs,
    "scip": scip,
}
