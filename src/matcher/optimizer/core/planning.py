"""A good plan early, and the whole of what is left to the general solver."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.bounding import Bounds
from matcher.optimizer.core.exact import settle
from matcher.optimizer.core.growing import largest_stake
from matcher.optimizer.core.improve import improve
from matcher.optimizer.core.plan import better, checked
from matcher.optimizer.core.state import State, learnt
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import Expression, IntArray, Limits, Program

_NEAREST = 5
_ROUNDS = 400
_ABOVE = 3
"""A point weighs so many times what a case can mean for what is next; more is hard to search."""


def good_plan(
    program: Program,
    first: Iterable[IntArray],
    bounds: Bounds,
    state: State,
    limits: Limits,
    watch: Watch,
    patience: int = 30,
) -> State:
    """A good plan early: from the best of ``first``, one neighbourhood after another settled anew.

    The first plans (n) needn't place everybody. Ends when ``patience`` neighbourhoods gave nothing.
    """
    step = _step(program)
    forgiving = _with_what_is_next(_forgiving(program), step)
    begun = None if state.best is None else checked(forgiving, state.best.plan)
    for plan in first:
        begun = better(begun, checked(forgiving, plan))
    if begun is None:
        return state
    if checked(program, begun.plan) is not None:
        forgiving = _with_what_is_next(program, step)
    near = np.sort(np.where(program.open, bounds.forced.pair, np.iinfo(np.int64).max), axis=1)
    furthest = near[:, min(_NEAREST, near.shape[1]) - 1]
    found = improve(
        forgiving,
        begun,
        program.open & (bounds.forced.pair <= furthest[:, None]),
        bounds.reduced,
        bound=(state.bound + 1) * step - 1,
        rounds=round(_ROUNDS * limits.effort),
        patience=patience,
        watch=watch,
        seed=limits.seed,
    )
    reached = checked(program, found.plan)
    if reached is None or better(reached, state.best) is not reached:
        return state
    return replace(state, best=reached)


def _step(program: Program) -> int:
    """So much one point of the objective weighs beside what is wanted next."""
    after = program.then
    if after is None:
        return 1
    return 1 + _ABOVE * int(max(after.pair.max(initial=0), after.unplaced.max(initial=0)))


def _with_what_is_next(program: Program, step: int) -> Program:
    """The same, with what is wanted next counted below the objective."""
    objective, after = program.objective, program.then
    if after is None:
        return program
    pair, unplaced = step * objective.pair + after.pair, step * objective.unplaced + after.unplaced
    return replace(program, objective=Expression(pair, unplaced, step * objective.extra))


def _forgiving(program: Program) -> Program:
    """The same, but every case may stay unplaced, at a price that nothing else is worth."""
    objective = program.objective
    costs = np.concatenate(
        [objective.pair[program.open], objective.unplaced[program.may_stay_unplaced]]
    )
    highest = int(costs.max(initial=0))
    spread = highest - int(costs.min(initial=0)) + 1
    price = highest + max(spread, largest_stake(program)) * min(program.shape[0], 30)
    unplaced = np.where(program.may_stay_unplaced, objective.unplaced, price)
    return replace(
        program,
        may_stay_unplaced=np.ones_like(program.may_stay_unplaced),
        objective=replace(objective, unplaced=unplaced),
    )


def exactly(
    program: Program,
    state: State,
    bounds: Bounds | None,
    limits: Limits,
    watch: Watch,
    nodes: int | None = None,
) -> State:
    """All choices that could still make a better plan, to the solver."""
    kept, kept_unplaced = program.open, program.may_stay_unplaced
    target = None if state.best is None else state.best.objective - 1
    if bounds is not None and target is not None:
        kept, kept_unplaced = bounds.kept(target)
    effort = engine.Effort(
        nodes or (None if watch.end is not None else round(20_000 * limits.effort)),
        watch.left(),
        engine.gap_of(program),
    )
    settled = settle(program, state.best, kept, kept_unplaced, effort, limits.seed)
    return learnt(state, settled.best, settled.bound, settled.is_infeasible, target)
