"""Points in the largest unit that everything is a multiple of: then a bound above 4 is 5."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.program import Expression, IntArray, Program, Solution


def unit_of(program: Program) -> int:
    """The largest number that everything in the objective is a multiple of."""
    objective = program.objective
    parts = objective.pair[program.open], objective.unplaced[program.may_stay_unplaced]
    return int(np.gcd.reduce(np.concatenate([*parts, objective.extra])))


def in_units(program: Program, unit: int) -> Program:
    """The same, where ``unit`` points are counted as one."""
    objective = program.objective
    parts = objective.pair // unit, objective.unplaced // unit, objective.extra // unit
    return replace(program, objective=Expression(*parts))


def in_points(solution: Solution, unit: int) -> Solution:
    """The same answer, where ``unit`` points were counted as one."""

    def points(units: IntArray | None) -> IntArray | None:
        highest = np.iinfo(np.int64).max
        return None if units is None else np.where(units < highest, units, highest // unit) * unit

    return replace(
        solution,
        objective=None if solution.objective is None else solution.objective * unit,
        bound=solution.bound if solution.is_infeasible else solution.bound * unit,
        forced_bound=points(solution.forced_bound),
        unplaced_bound=points(solution.unplaced_bound),
    )
