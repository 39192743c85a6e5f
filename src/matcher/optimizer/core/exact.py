"""The whole of what is still open to the mixed-integer solver, from the best plan known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.plan import Checked, better, checked
from matcher.optimizer.program import BoolArray, Program


@dataclass(frozen=True)
class Settled:
    """The best plan known now; ``bound`` holds for every plan of the choices that were kept.

    ``bound`` is ``None`` where the solver knows nothing.
    """

    best: Checked | None
    bound: int | None
    is_infeasible: bool


def settle(
    program: Program,
    best: Checked | None,
    kept: BoolArray,
    kept_unplaced: BoolArray,
    effort: engine.Effort,
    seed: int,
) -> Settled:
    """Solve ``program`` with only the kept choices, as far as the effort goes."""
    model = linear_model(program, kept, kept_unplaced)
    start = None if best is None else model.values_of(best.plan)
    answer = engine.solve_mip(model, start, effort, seed)
    if answer.is_infeasible:
        return Settled(best, None, is_infeasible=True)
    if answer.values is not None:
        best = better(best, checked(program, model.plan_of(answer.values, program.shape[0])))
    bound = int(np.ceil(answer.bound - _trust(answer.bound))) if np.isfinite(answer.bound) else None
    return Settled(best, bound, is_infeasible=False)


def _trust(bound: float) -> float:
    """How far the solver's floating-point bound may be off."""
    return 1e-5 + 1e-8 * abs(bound)
