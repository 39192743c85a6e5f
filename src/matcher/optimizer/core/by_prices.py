"""Rounds where a coordinator has a handful of cases: prices of whole loads leave few choices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.bounding import Bounds, bounds_of
from matcher.optimizer.core.diving import dive
from matcher.optimizer.core.engine import WHOLE, Effort
from matcher.optimizer.core.generation import Grown, grow
from matcher.optimizer.core.in_loads import Reach, settle_in_loads
from matcher.optimizer.core.linear import LinearModel
from matcher.optimizer.core.plan import better, checked
from matcher.optimizer.core.planning import exactly, good_plan
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.relaxation import Relaxation
from matcher.optimizer.core.rounding import rounded
from matcher.optimizer.core.small import extras_are_whole, settle_small
from matcher.optimizer.core.state import (
    State,
    dearest_of,
    is_plain,
    learnt,
    open_pairs,
    solution_of,
)
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import BoolArray, Limits, Program, Solution, is_large

_SHORT_LOADS = 8
_DIVES = 0.2, 0.1, 0.05
_GENERATIONS = 400
_CIRCLES = (2.7, 4, 7, 12)
_WIDE = 4
_MOST_OF_IT = 0.75
_NEAR_WORK = 20.0
_LAST_WORK = 40.0
_NODES = 200
_MOST_PAIRS = 15_000
_FEW_PAIRS = 250
_THOROUGH = 0.5
_PATIENCE = 7
_LITTLE, _LITTLE_WORK, _LITTLE_WORK_IN_PASSING = 1_000, 6.0, 1.0
_LITTLE_LOADS, _LITTLE_NODES = 5_000, 100


def has_short_loads(program: Program) -> bool:
    """Whether a coordinator has a handful of cases: then prices of whole loads are sharp."""
    n, m = program.shape
    return 0 < n <= _SHORT_LOADS * m and not is_large(n, m)


def solve_by_prices(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    state: State,
    limits: Limits,
    watch: Watch,
) -> Solution:
    """Prices of whole loads leave few choices: search those nearest the bound, then all."""
    is_thorough = limits.effort >= _THOROUGH
    grown = grow(program, relaxation.prices, state.best, _GENERATIONS, watch.share(0.3))
    bounds = bounds_of(program, grown.prices, 2.0**50, 0, watch)
    state = replace(state, bound=max(state.bound, bounds.bound))
    if state.bound > dearest_of(program):
        return solution_of(replace(state, is_infeasible=True), bounds)
    if not state.is_settled:
        state = _dived(program, model, relaxation, grown, bounds, state, limits, watch)
    if is_thorough and not state.is_settled:
        effort = Effort(round(_NODES * limits.effort), watch.left(), WHOLE)
        idle = _may_as_well_stay_out(program)
        reach = Reach(dearest_of(program) if state.best is None else state.best.objective)
        state, bounds = settle_in_loads(program, bounds, state, reach, idle, effort, watch)
    left = open_pairs(program, bounds, state)
    is_wide = left > _WIDE * program.shape[0] or not is_thorough
    if not state.is_settled and is_wide and extras_are_whole(program):
        state = _nearest_first(program, state, bounds, limits, watch.share(0.5))
    is_worth_it = _is_worth_the_end(open_pairs(program, bounds, state), limits)
    if not state.is_settled and is_worth_it:
        state = _to_the_end(program, model, relaxation, bounds, state, limits, watch)
    return solution_of(state, bounds)


def _dived(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    grown: Grown,
    bounds: Bounds,
    state: State,
    limits: Limits,
    watch: Watch,
) -> State:
    """Plans made of the loads that were met; a better one soon, where all that is left is little.

    Otherwise bettered in parts.
    """
    for at_once in _DIVES:
        dived = dive(program, grown, watch.share(0.2), at_once)
        state = replace(state, best=better(state.best, checked(program, dived)))
        if state.is_settled:
            return state
        left = open_pairs(program, bounds, state)
        if state.best is not None and left <= _LITTLE and extras_are_whole(program):
            return _at_once(program, bounds, state, state.best.objective - 1, limits, watch)
    near = rounded(program, model, relaxation.values, bounds.reduced)
    part = watch.share(0.3)
    return good_plan(program, (dived, near), bounds, state, limits, part, patience=_PATIENCE)


def _at_once(
    program: Program, bounds: Bounds, state: State, better: int, limits: Limits, watch: Watch
) -> State:
    """All that can be in a better plan: among whole loads where these are few, else among pairs."""
    effort = Effort(_LITTLE_NODES, watch.left(), WHOLE)
    idle = _may_as_well_stay_out(program)
    reach = Reach(better, _LITTLE_LOADS, times=1)
    state, _ = settle_in_loads(program, bounds, state, reach, idle, effort, watch)
    if state.is_settled:
        return state
    work = _LITTLE_WORK if limits.effort >= _THOROUGH else _LITTLE_WORK_IN_PASSING
    return _among_kept(program, state, bounds, better, work, watch)


def _nearest_first(
    program: Program, state: State, bounds: Bounds, limits: Limits, watch: Watch
) -> State:
    """A good plan: among the choices nearest the bound, and a wider circle till there is one."""
    begun = state.best
    tried = None
    for pairs in _CIRCLES if limits.effort >= _THOROUGH else _CIRCLES[:1]:
        target = _nearest_target(program, bounds, round(pairs * program.shape[0]))
        target = max(state.bound, target)
        if target == tried:
            continue
        if _is_most_of_it(program, state, bounds, target, limits):
            break
        tried = target
        state = _among_kept(program, state, bounds, target, _NEAR_WORK * limits.effort, watch)
        if state.is_settled or state.best is not begun:
            break
    return state


def _is_most_of_it(
    program: Program, state: State, bounds: Bounds, target: int, limits: Limits
) -> bool:
    """Whether the circle is most of what is to be searched anyway: then all is as soon done."""
    circle = int((program.open & bounds.kept(target)[0]).sum())
    left = open_pairs(program, bounds, state)
    return _is_worth_the_end(left, limits) and circle > _MOST_OF_IT * left


def _is_worth_the_end(left: int, limits: Limits) -> bool:
    """Whether so many pairs are searched to the end."""
    return limits.effort >= _THOROUGH or left <= _FEW_PAIRS


def _to_the_end(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    bounds: Bounds,
    state: State,
    limits: Limits,
    watch: Watch,
) -> State:
    """Where all that is left is little, all of it; else first a better plan, so that it is."""
    if open_pairs(program, bounds, state) > _MOST_PAIRS:
        near = rounded(program, model, relaxation.values, bounds.reduced)
        state = good_plan(program, (near,), bounds, state, limits, watch.share(0.5))
    if state.is_settled:
        return state
    if state.best is None or not extras_are_whole(program):
        return exactly(program, state, bounds, limits, watch)
    last = state.best.objective - 1
    return _among_kept(program, state, bounds, last, _LAST_WORK * limits.effort, watch)


def _among_kept(
    program: Program, state: State, bounds: Bounds, target: int, work: float, watch: Watch
) -> State:
    """The best plan of at most ``target``, if few enough choices can be in one."""
    if state.best is not None:
        target = min(target, state.best.objective - 1)
    kept, kept_unplaced = _kept(program, bounds, target)
    if int((kept & program.open).sum()) > _MOST_PAIRS:
        return state
    answer = settle_small(
        program, state.best, kept, kept_unplaced, work, watch.left(), least=state.bound
    )
    return learnt(state, answer.best, answer.bound, answer.is_infeasible, target)


def _kept(program: Program, bounds: Bounds, target: int) -> tuple[BoolArray, BoolArray]:
    """The choices that a plan of at most ``target`` can make, and has a reason to."""
    kept, kept_unplaced = bounds.kept(target)
    idle = _may_as_well_stay_out(program)
    return kept & ~idle[:, None], kept_unplaced | idle


def _may_as_well_stay_out(program: Program) -> BoolArray:
    """The cases (n) that this goal doesn't count: placing them would only take hours."""
    pairs = np.where(program.open, program.objective.pair, NEVER).min(axis=1, initial=NEVER)
    out: BoolArray = program.may_stay_unplaced & (program.objective.unplaced <= pairs)
    return out & is_plain(program)


def _nearest_target(program: Program, bounds: Bounds, pairs: int) -> int:
    """The highest objective whose plans use at most so many pairs."""
    floors = np.sort(bounds.forced.pair[program.open])
    if not len(floors):
        return bounds.bound
    return int(floors[min(pairs, len(floors) - 1)]) // bounds.problem.scale
