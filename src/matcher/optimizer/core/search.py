"""The main path: easy ends, bound, plan, fix, exact."""

from __future__ import annotations

from dataclasses import replace

from matcher.optimizer.core.bounding import Bounds, bounds_of
from matcher.optimizer.core.by_prices import has_short_loads, solve_by_prices
from matcher.optimizer.core.diving import dive
from matcher.optimizer.core.easy import has_no_plan, simple_bound, within_reach
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import LinearModel, linear_model
from matcher.optimizer.core.pair_diving import dive_by_pairs
from matcher.optimizer.core.plan import checked
from matcher.optimizer.core.planning import exactly, good_plan
from matcher.optimizer.core.relaxation import Relaxation, relax
from matcher.optimizer.core.rounding import rounded
from matcher.optimizer.core.settling import FEW, plan_by_loads, settle_by_loads
from matcher.optimizer.core.small import extras_are_whole, settle_small
from matcher.optimizer.core.state import (
    UNKNOWN,
    State,
    dearest_of,
    is_plain,
    learnt,
    open_pairs,
    solution_of,
)
from matcher.optimizer.core.units import in_points, in_units, unit_of
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import (
    IntArray,
    Limits,
    Program,
    Solution,
    is_large,
    is_very_large,
)

_GLANCE_NODES, _GLANCE_NODES_OF_MANY = 100, 20
_GLANCE_PAIRS, _GLANCE_PAIRS_OF_MANY = 30_000, 10_000
_GLANCE_PAIRS_WITH_EXTRAS, _ROOT_PAIRS = 5_000, 12_000
_SMALL_PAIRS = 4_000
_SMALL_PAIRS_IN_PASSING = 15_000
_WORK_IN_PASSING = 5.0
_THOROUGH = 0.5
_SMALL_WORK = 20.0
_PLAIN_WORK = 0.3
_LOADS_SOON = 150
_LOADS_SIZE = 1_000
_BRIEFLY, _PATIENCE = 3, 30
_GROWTHS, _GROWTHS_IN_VAIN, _CLOSE = 300, 8, 1e-4


def solve(program: Program, start: IntArray | None, limits: Limits) -> Solution:
    """Minimise ``program``: the best plan found, and how good any plan can be.

    ``start`` is a plan to begin from (n, ``UNPLACED`` for nobody); ignored where it doesn't
    keep the requirements. Repeatable unless ``limits.time_limit_s`` is given.
    """
    unit = unit_of(program)
    if unit > 1:
        return in_points(_solve(in_units(program, unit), start, limits), unit)
    return _solve(program, start, limits)


def plan_in_depth(program: Program, start: IntArray, limits: Limits) -> IntArray:
    """A good plan (n) by the prices of whole loads, however large: it is worth waiting for.

    ``start`` where there is none better.
    """
    program = within_reach(program)
    model = linear_model(program)
    relaxation = relax(model, near=start)
    if relaxation is None or 0 in program.shape:
        return start
    state, watch = State(checked(program, start), simple_bound(program)), Watch.for_seconds(None)
    state, _ = _by_prices(program, model, relaxation, state, limits, watch, close=_CLOSE)
    return start if state.best is None else state.best.plan


def bounded(program: Program, start: IntArray | None) -> Solution:
    """A bound for every plan and every choice, without a search; the plan is ``start``."""
    if has_no_plan(program):
        return solution_of(State(None, UNKNOWN, is_infeasible=True), None)
    program = within_reach(program)
    best = None if start is None else checked(program, start)
    state, watch = State(best, simple_bound(program)), Watch.for_seconds(None)
    relaxation = relax(linear_model(program), near=None if best is None else best.plan)
    if state.is_settled or relaxation is None:
        return solution_of(state, None)
    bounds = bounds_of(program, relaxation.prices, 2.0**50, 0, watch)
    return solution_of(replace(state, bound=max(state.bound, bounds.bound)), bounds)


def _solve(program: Program, start: IntArray | None, limits: Limits) -> Solution:
    watch = Watch.for_seconds(limits.time_limit_s)
    if has_no_plan(program):
        return solution_of(State(None, UNKNOWN, is_infeasible=True), None)
    program = within_reach(program)
    best = None if start is None else checked(program, start)
    state = State(best, simple_bound(program))
    if state.is_settled:
        return solution_of(state, None)
    model = linear_model(program)
    relaxation = relax(model, near=None if best is None else best.plan)
    if relaxation is None:
        return solution_of(exactly(program, state, None, limits, watch), None)
    if has_short_loads(program):
        return solve_by_prices(program, model, relaxation, state, limits, watch)
    state, bounds = _at_a_glance(program, relaxation, state, limits, watch)
    if not state.is_settled and _is_worth_depth(program, state, limits):
        return _in_depth(program, model, relaxation, state, limits, watch)
    if not state.is_settled and not _is_soon_searched(program, open_pairs(program, bounds, state)):
        dived = dive_by_pairs(program, model, relaxation, watch.share(0.2))
        near = rounded(program, model, relaxation.values, bounds.reduced)
        state = good_plan(program, (dived, near), bounds, state, limits, watch)
    return solution_of(state, bounds)


def _is_worth_depth(program: Program, state: State, limits: Limits) -> bool:
    """Whether prices of whole loads are worth their time: of a very large round, where all goals
    above are held, they take minutes a goal.
    """
    is_soon = is_plain(program) or not is_very_large(*program.shape)
    return state.best is None or (is_soon and limits.effort >= _THOROUGH)


def _in_depth(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    state: State,
    limits: Limits,
    watch: Watch,
) -> Solution:
    """What a glance doesn't settle: better prices, better plans, and a search to the end."""
    close, in_vain = (_CLOSE, _GROWTHS_IN_VAIN) if is_very_large(*program.shape) else (0.0, None)
    state, bounds = _by_prices(program, model, relaxation, state, limits, watch, close, in_vain)
    if not state.is_settled and _is_by_loads(program):
        is_soon = sum(program.shape) <= _LOADS_SOON
        state = _by_loads(program, bounds, state, limits, watch.share(0.9 if is_soon else 0.6))
        if not state.is_settled:
            part = watch.share(0.1 if is_soon else 0.5)
            state = good_plan(program, (), bounds, state, limits, part, _PATIENCE)
    if is_large(*program.shape):
        return solution_of(_soon_searched(program, bounds, state, limits, watch), bounds)
    if not state.is_settled and not watch.is_over():
        state = exactly(program, state, bounds, limits, watch)
    return solution_of(state, bounds)


def _by_prices(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    state: State,
    limits: Limits,
    watch: Watch,
    close: float = 0.0,
    in_vain: int | None = None,
) -> tuple[State, Bounds]:
    """Prices of whole loads, a dive from them, and the plan bettered in parts."""
    part = watch.share(0.4)
    begin = relaxation.prices
    grown = grow(program, begin, state.best, _GROWTHS, part, close=close, patience=in_vain)
    bounds = bounds_of(program, grown.prices, 2.0**50, 0, watch)
    state = replace(state, bound=max(state.bound, bounds.bound))
    if state.bound > dearest_of(program):
        return replace(state, is_infeasible=True), bounds
    if not state.is_settled:
        dived = dive(program, grown, watch.share(0.7))
        near = rounded(program, model, relaxation.values, bounds.reduced)
        is_near = _is_by_loads(program) or is_very_large(*program.shape)
        patience = _BRIEFLY if is_near else _PATIENCE
        part = watch.share(0.5)
        state = good_plan(program, (dived, near), bounds, state, limits, part, patience)
    return state, bounds


def _soon_searched(
    program: Program, bounds: Bounds, state: State, limits: Limits, watch: Watch
) -> State:
    """A short search of what is left where that is little; of a little more, cuts for the bound."""
    left = 0 if state.is_settled else open_pairs(program, bounds, state)
    if state.is_settled or left > _ROOT_PAIRS:
        return state
    nodes = _GLANCE_NODES_OF_MANY if _is_soon_searched(program, left) else 1
    return exactly(program, state, bounds, limits, watch, nodes=nodes)


def _is_by_loads(program: Program) -> bool:
    """Plain programs of a few hundred cases are soonest settled by whole loads.

    A plan only just good enough does to begin with.
    """
    return is_plain(program) and 0 not in program.shape and sum(program.shape) <= _LOADS_SIZE


def _by_loads(
    program: Program, bounds: Bounds, state: State, limits: Limits, watch: Watch
) -> State:
    """What coordinators could be given as a whole, few loads first."""
    dearest = dearest_of(program)
    levels = (FEW, 4 * FEW, 16 * FEW) if sum(program.shape) <= _LOADS_SOON else (FEW,)
    for most in levels:
        part = watch.share(0.5)
        best = plan_by_loads(program, bounds, state.best, state.bound, dearest, limits, part, most)
        if state.bound == bounds.bound or best is not state.best:
            best, bound = settle_by_loads(
                program, bounds, best, state.bound, dearest, limits, watch.share(0.8)
            )
            state = State(best, max(bound, state.bound))
        if state.is_settled or watch.is_over():
            break
    return state


def _at_a_glance(
    program: Program, relaxation: Relaxation, state: State, limits: Limits, watch: Watch
) -> tuple[State, Bounds]:
    """Most tiers of a round are easy: the relaxation's prices as they are, and a short search."""
    goal = float("inf") if state.best is None else float(state.best.objective)
    bounds = bounds_of(program, relaxation.prices, min(goal, 2.0**50), 0, watch)
    state = replace(state, bound=max(state.bound, bounds.bound))
    if state.is_settled:
        return state, bounds
    left = open_pairs(program, bounds, state)
    small = _SMALL_PAIRS if limits.effort >= _THOROUGH else _SMALL_PAIRS_IN_PASSING
    if left <= small and extras_are_whole(program):
        part = watch.share(0.05 if is_plain(program) else 0.3)
        return _small(program, state, bounds, limits, part), bounds
    if _is_soon_searched(program, left):
        nodes = _GLANCE_NODES_OF_MANY if is_large(*program.shape) else _GLANCE_NODES
        state = exactly(program, state, bounds, limits, watch.share(0.1), nodes=nodes)
    return state, bounds


def _is_soon_searched(program: Program, left: int) -> bool:
    """Whether so many pairs are few enough for a short search; overtime makes it far longer."""
    few = _GLANCE_PAIRS_WITH_EXTRAS if program.extras else _GLANCE_PAIRS_OF_MANY
    return left <= (few if is_large(*program.shape) else _GLANCE_PAIRS)


def _small(program: Program, state: State, bounds: Bounds, limits: Limits, watch: Watch) -> State:
    """All choices that could still make a better plan, to CP-SAT."""
    kept, kept_unplaced = program.open, program.may_stay_unplaced
    target = None if state.best is None else state.best.objective - 1
    if target is not None:
        kept, kept_unplaced = bounds.kept(target)
    work = limits.effort * (_PLAIN_WORK if is_plain(program) else _SMALL_WORK)
    if limits.effort < _THOROUGH:
        work = _WORK_IN_PASSING
    answer = settle_small(
        program, state.best, kept, kept_unplaced, work, watch.left(), least=state.bound
    )
    return learnt(state, answer.best, answer.bound, answer.is_infeasible, target)
