"""Published generalized-assignment instances: ours beside plain HiGHS and plain CP-SAT.

    python benchmarks/gap/run.py FOLDER [--seconds 60] [--engines ours,highs,cpsat] [--only d10100]

FOLDER holds the instances in OR-Library's format (agents and jobs, then costs and weights a row
an agent, then capacities; costs are minimised and every job is assigned) and, beside them,
``best_known.csv``. Every engine gets the same time and the same machine; prints one row each.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from matcher.optimizer.core import solve
from matcher.optimizer.program import Expression, Limits, Program


@dataclass(frozen=True)
class Result:
    """The value of the best assignment found and a lower bound; ``None`` where there is none."""

    value: int | None
    bound: int | None


def read(path: Path) -> Program:
    numbers = np.array(path.read_text(encoding="utf-8").split(), dtype=np.int64)
    agents, jobs = (int(number) for number in numbers[:2])
    size = agents * jobs
    cost, weight = (
        numbers[start : start + size].reshape(agents, jobs).T.copy() for start in (2, 2 + size)
    )
    return Program(
        open=np.ones((jobs, agents), np.bool_),
        may_stay_unplaced=np.zeros(jobs, np.bool_),
        workload=weight,
        capacity=numbers[2 + 2 * size : 2 + 2 * size + agents],
        objective=Expression(cost, np.zeros(jobs, np.int64), np.zeros(0, np.int64)),
    )


def ours(program: Program, seconds: float) -> Result:
    solution = solve(program, None, Limits(time_limit_s=seconds))
    return Result(solution.objective, solution.bound)


def highs(program: Program, seconds: float) -> Result:
    n, m = program.shape
    model = mathopt.Model()
    x = [[model.add_binary_variable() for _ in range(m)] for _ in range(n)]
    for i in range(n):
        model.add_linear_constraint(mathopt.fast_sum(x[i]) == 1)
    for j in range(m):
        hours = mathopt.fast_sum(float(program.workload[i, j]) * x[i][j] for i in range(n))
        model.add_linear_constraint(hours <= float(program.capacity[j]))
    cost = program.objective.pair
    model.minimize(
        mathopt.fast_sum(float(cost[i, j]) * x[i][j] for i in range(n) for j in range(m))
    )
    limit = mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=seconds), relative_gap_tolerance=0.0
    )
    answer = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limit)
    bounds = answer.termination.objective_bounds
    return Result(
        round(bounds.primal_bound) if np.isfinite(bounds.primal_bound) else None,
        int(np.ceil(bounds.dual_bound - 1e-5)) if np.isfinite(bounds.dual_bound) else None,
    )


def cpsat(program: Program, seconds: float) -> Result:
    n, m = program.shape
    model = cp_model.CpModel()
    x = [[model.new_bool_var("") for _ in range(m)] for _ in range(n)]
    for i in range(n):
        model.add_exactly_one(x[i])
    for j in range(m):
        hours = cp_model.LinearExpr.weighted_sum(
            [x[i][j] for i in range(n)], program.workload[:, j].tolist()
        )
        model.add(hours <= int(program.capacity[j]))
    every = [x[i][j] for i in range(n) for j in range(m)]
    model.minimize(cp_model.LinearExpr.weighted_sum(every, program.objective.pair.ravel().tolist()))
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
    "highs": highs,
    "cpsat": cpsat,
}


def instances(folder: Path, only: str) -> Iterator[tuple[Path, int]]:
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if any(part in row["path"] for part in only.split(",")):
                yield folder / row["path"], int(row["best_known"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--engines", default="ours,highs,cpsat")
    parser.add_argument("--only", default="", help="parts of instance names, with commas")
    asked = parser.parse_args()
    print(f"{'instance':22} {'best':>7} {'engine':6} {'value':>7} {'bound':>7} {'s':>6} {'gap':>8}")
    for path, best in instances(asked.folder, asked.only):
        program = read(path)
        for engine in asked.engines.split(","):
            started = time.perf_counter()
            result = ENGINES[engine](program, asked.seconds)
            seconds = time.perf_counter() - started
            gap = "-" if result.value is None else f"{(result.value - best) / best:.3%}"
            name = "/".join(path.parts[-2:])
            print(
                f"{name:22} {best:7} {engine:6} {result.value!s:>7} {result.bound!s:>7} "
                f"{seconds:6.1f} {gap:>8}",
                flush=True,
            )


if __name__ == "__main__":
    main()
