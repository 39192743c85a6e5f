"""The main path: presolve, bound, plan, fix, exact."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core import engine, plan
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.program import IntArray, Limits, Program, Solution

UNKNOWN = int(np.iinfo(np.int64).min)


def solve(program: Program, start: IntArray | None, limits: Limits) -> Solution:
    """Minimise ``program``: the best plan found, and how good any plan can be.

    ``start`` is a plan to begin from (n, ``UNPLACED`` for nobody); ignored where it doesn't
    keep the requirements. Repeatable unless ``limits.time_limit_s`` is given.
    """
    n, _ = program.shape
    model = linear_model(program)
    answer = engine.solve_mip(
        model,
        None if start is None else model.values_of(start),
        nodes=int(50_000 * limits.effort),
        seconds=limits.time_limit_s,
        gap=0.99 if not program.extras else 1e-6,
        seed=limits.seed,
    )
    if answer.is_infeasible:
        return Solution(None, None, UNKNOWN, is_optimal=False, is_infeasible=True)
    bound = UNKNOWN if np.isinf(answer.bound) else int(np.ceil(answer.bound - 1e-5))
    if answer.values is None:
        return Solution(None, None, bound, is_optimal=False)
    found = model.plan_of(answer.values, n)
    extras = answer.values[len(model.case) :]
    integer = model.is_integer[len(model.case) :]
    extras = np.where(integer, np.round(extras), extras)
    if not plan.keeps(program, found, extras):
        return Solution(None, None, bound, is_optimal=False, notes=("unconfirmed",))
    objective = plan.value(program, found, extras)
    return Solution(found, objective, bound, is_optimal=objective <= bound)
