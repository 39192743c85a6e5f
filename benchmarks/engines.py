"""The same program by four engines: ours, and what one would pick instead.

Everybody else gets a plain model of the program: a yes or no for each choice, exactly one choice
a case, and linear hours. Each engine has the same seconds on two cores, building included.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from matcher.optimizer.core import solve
from matcher.optimizer.program import UNPLACED, IntArray, Limits, Program, Row

THREADS = 2
NEARLY_WHOLE = 1e-5
"""A bound this little above a whole number is that number."""


@dataclass(frozen=True)
class Result:
    """The best plan found and a lower bound; ``None`` where there is none."""

    value: int | None
    bound: int | None
    plan: IntArray | None = None
    """The coordinator of each case (n), ``UNPLACED`` for nobody."""
    building_s: float = 0.0
    """So much of the time went to saying the program to the engine."""

    @property
    def is_proven(self) -> bool:
        """Whether the plan is known to be the best."""
        return self.value is not None and self.value == self.bound


Engine = Callable[[Program, float, IntArray | None], Result]
"""A program, the seconds it may take, and a plan to begin from or ``None``."""


def ours(program: Program, seconds: float, start: IntArray | None = None) -> Result:
    """The core of a round, with a clock."""
    solution = solve(program, start, Limits(time_limit_s=seconds))
    bound = None if solution.is_infeasible else solution.bound
    return Result(solution.objective, bound, solution.coordinator_of)


def choices(program: Program) -> list[tuple[int, int]]:
    """Case and coordinator (``UNPLACED`` for nobody) of every open choice."""
    pairs = np.argwhere(program.open & (program.workload <= program.capacity)).tolist()
    alone = np.flatnonzero(program.may_stay_unplaced).tolist()
    return [(i, j) for i, j in pairs] + [(i, UNPLACED) for i in alone]


def cost_of(program: Program, case: int, coordinator: int) -> int:
    """What a choice adds to the objective."""
    objective = program.objective
    if coordinator == UNPLACED:
        return int(objective.unplaced[case])
    return int(objective.pair[case, coordinator])


def highs(program: Program, seconds: float, start: IntArray | None = None) -> Result:
    """A plain model to HiGHS, which chooses its threads itself."""
    return _by_mip(mathopt.SolverType.HIGHS, program, seconds, start)


def scip(program: Program, seconds: float, start: IntArray | None = None) -> Result:
    """A plain model to SCIP, which uses one thread."""
    return _by_mip(mathopt.SolverType.GSCIP, program, seconds, start)


def _by_mip(
    solver: mathopt.SolverType, program: Program, seconds: float, start: IntArray | None
) -> Result:
    began = time.perf_counter()
    model = mathopt.Model()
    chosen = {choice: model.add_binary_variable() for choice in choices(program)}
    _say(model, program, chosen)
    building_s = time.perf_counter() - began
    if building_s >= seconds:
        return Result(None, None, None, building_s)
    limit = mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=seconds - building_s),
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.0,
    )
    begin = mathopt.ModelSolveParameters()
    if start is not None:
        values = {x: float(start[i] == j) for (i, j), x in chosen.items()}
        begin.solution_hints.append(mathopt.SolutionHint(variable_values=values))
    answer = mathopt.solve(model, solver, params=limit, model_params=begin)
    bounds = answer.termination.objective_bounds
    bound = int(np.ceil(bounds.dual_bound - NEARLY_WHOLE)) if _is_told(bounds.dual_bound) else None
    if not answer.has_primal_feasible_solution():
        return Result(None, bound, None, building_s)
    values = answer.variable_values()
    plan = _plan(program, (choice for choice, x in chosen.items() if values[x] > 0.5))
    return Result(round(answer.objective_value()), bound, plan, building_s)


def _is_told(bound: float) -> bool:
    """SCIP says *nothing known* with 1e20, HiGHS with infinity."""
    return abs(bound) < 1e15


def _say(
    model: mathopt.Model, program: Program, chosen: dict[tuple[int, int], mathopt.Variable]
) -> None:
    """Tell a MIP solver the program."""
    n, m = program.shape
    extras = [
        model.add_variable(
            lb=float(extra.lower), ub=float(extra.upper), is_integer=extra.is_integer
        )
        for extra in program.extras
    ]
    once: list[list[mathopt.Variable]] = [[] for _ in range(n)]
    hours: list[list[mathopt.LinearTypes]] = [[] for _ in range(m)]
    costs: list[mathopt.LinearTypes] = []
    for (i, j), x in chosen.items():
        once[i].append(x)
        costs.append(float(cost_of(program, i, j)) * x)
        if j != UNPLACED:
            hours[j].append(float(program.workload[i, j]) * x)
    costs += [float(w) * x for w, x in zip(program.objective.extra, extras, strict=True) if w]
    for one in once:
        model.add_linear_constraint(mathopt.fast_sum(one) == 1)
    for j in range(m):
        model.add_linear_constraint(mathopt.fast_sum(hours[j]) <= float(program.capacity[j]))
    for row in program.rows:
        terms: list[mathopt.LinearTypes] = [
            float(weight) * chosen[pair] for pair, weight in _pairs_of(row) if pair in chosen
        ]
        terms += [float(weight) * extras[k] for k, weight in _extras_of(row)]
        model.add_linear_constraint(
            lb=-np.inf if row.lower is None else float(row.lower),
            ub=np.inf if row.upper is None else float(row.upper),
            expr=mathopt.fast_sum(terms),
        )
    model.minimize(mathopt.fast_sum(costs))


def cpsat(program: Program, seconds: float, start: IntArray | None = None) -> Result:
    """A boolean a choice, exactly one a case, linear hours, two workers."""
    began = time.perf_counter()
    model = cp_model.CpModel()
    chosen = {choice: model.new_bool_var("") for choice in choices(program)}
    _say_to_cpsat(model, program, chosen)
    for (i, j), x in chosen.items() if start is not None else ():
        model.add_hint(x, start is not None and bool(start[i] == j))
    building_s = time.perf_counter() - began
    if building_s >= seconds:
        return Result(None, None, None, building_s)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds - building_s
    solver.parameters.num_workers = THREADS
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        is_told = status == cp_model.UNKNOWN and _is_told(solver.best_objective_bound)
        bound = int(np.ceil(solver.best_objective_bound - NEARLY_WHOLE)) if is_told else None
        return Result(None, bound, None, building_s)
    plan = _plan(program, (choice for choice, x in chosen.items() if solver.boolean_value(x)))
    bound = int(np.ceil(solver.best_objective_bound - NEARLY_WHOLE))
    return Result(round(solver.objective_value), bound, plan, building_s)


def _say_to_cpsat(
    model: cp_model.CpModel, program: Program, chosen: dict[tuple[int, int], cp_model.IntVar]
) -> None:
    """Tell CP-SAT the program."""
    n, m = program.shape
    extras = [model.new_int_var(extra.lower, extra.upper, "") for extra in program.extras]
    once: list[list[cp_model.IntVar]] = [[] for _ in range(n)]
    hours: list[list[tuple[cp_model.IntVar, int]]] = [[] for _ in range(m)]
    costs: list[tuple[cp_model.IntVar, int]] = []
    for (i, j), x in chosen.items():
        once[i].append(x)
        costs.append((x, cost_of(program, i, j)))
        if j != UNPLACED:
            hours[j].append((x, int(program.workload[i, j])))
    costs += zip(extras, program.objective.extra.tolist(), strict=True)
    for one in once:
        model.add_exactly_one(one)
    for j in range(m):
        model.add(_sum(hours[j]) <= int(program.capacity[j]))
    for row in program.rows:
        terms = [(chosen[pair], weight) for pair, weight in _pairs_of(row) if pair in chosen]
        terms += [(extras[k], weight) for k, weight in _extras_of(row)]
        if row.lower is not None:
            model.add(_sum(terms) >= row.lower)
        if row.upper is not None:
            model.add(_sum(terms) <= row.upper)
    model.minimize(_sum(costs))


def _sum(terms: list[tuple[cp_model.IntVar, int]]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([x for x, _ in terms], [w for _, w in terms])


def _pairs_of(row: Row) -> list[tuple[tuple[int, int], int]]:
    pairs = zip(row.case.tolist(), row.coordinator.tolist(), strict=True)
    return list(zip(pairs, row.coefficient.tolist(), strict=True))


def _extras_of(row: Row) -> list[tuple[int, int]]:
    return list(zip(row.extra.tolist(), row.extra_coefficient.tolist(), strict=True))


def _plan(program: Program, picked: Iterable[tuple[int, int]]) -> IntArray:
    plan = np.full(program.shape[0], UNPLACED, np.int64)
    for i, j in picked:
        plan[i] = j
    return plan


ENGINES: dict[str, Engine] = {"ours": ours, "cpsat": cpsat, "highs": highs, "scip": scip}
