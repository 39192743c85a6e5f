"""What is known of a program so far, and what a search among some choices adds to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core.bounding import Bounds
from matcher.optimizer.core.plan import Checked
from matcher.optimizer.program import Program, Solution

UNKNOWN = int(np.iinfo(np.int64).min)


@dataclass(frozen=True)
class State:
    """What is known so far: the best plan, a bound for every plan, whether there is no plan."""

    best: Checked | None
    bound: int
    is_infeasible: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to find out."""
        return self.is_infeasible or (self.best is not None and self.best.objective <= self.bound)


def learnt(
    state: State,
    best: Checked | None,
    bound: int | None,
    is_infeasible: bool,
    target: int | None,
) -> State:
    """What a search among choices worth at most ``target`` tells of the whole program."""
    if is_infeasible:
        if target is None:
            return replace(state, is_infeasible=True)
        return replace(state, bound=target + 1)
    bound = state.bound if bound is None else max(state.bound, bound)
    return State(best, bound if target is None else min(bound, target + 1))


def open_pairs(program: Program, bounds: Bounds, state: State) -> int:
    """How many pairs a better plan could still use."""
    if state.best is None:
        return int(program.open.sum())
    return int((program.open & bounds.kept(state.best.objective - 1)[0]).sum())


def is_plain(program: Program) -> bool:
    """Whether there is nothing but the choices and the hours."""
    return not program.rows and not program.extras


def dearest_of(program: Program) -> int:
    """No plan costs more than this: every choice and extra at its dearest."""
    objective = program.objective
    pairs = np.where(program.open, objective.pair, UNKNOWN).max(axis=1, initial=UNKNOWN)
    unplaced = np.where(program.may_stay_unplaced, objective.unplaced, UNKNOWN)
    extras = (
        max(weight * extra.lower, weight * extra.upper)
        for weight, extra in zip(objective.extra.tolist(), program.extras, strict=True)
    )
    choices = int(np.maximum(pairs, unplaced).sum())
    total: int = choices + sum(extras)
    return total


def solution_of(state: State, bounds: Bounds | None) -> Solution:
    """What is known, as the answer to a program."""
    if state.is_infeasible:
        return Solution(None, None, UNKNOWN, is_optimal=False, is_infeasible=True)
    pair, unplaced = (None, None) if bounds is None else bounds.in_points()
    best = state.best
    return Solution(
        coordinator_of=None if best is None else best.plan,
        objective=None if best is None else best.objective,
        bound=state.bound if best is None else min(state.bound, best.objective),
        is_optimal=state.is_settled,
        forced_bound=pair,
        unplaced_bound=unplaced,
    )
