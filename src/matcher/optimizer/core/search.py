"""The main path: easy ends, bound, plan, fix, exact."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.bounding import Bounds, bounds_of
from matcher.optimizer.core.easy import has_no_plan, simple_bound
from matcher.optimizer.core.exact import settle
from matcher.optimizer.core.improve import improve
from matcher.optimizer.core.linear import LinearModel, linear_model
from matcher.optimizer.core.plan import Checked, better, checked
from matcher.optimizer.core.relaxation import Relaxation, relax
from matcher.optimizer.core.rounding import rounded
from matcher.optimizer.core.settling import FEW, plan_by_loads, settle_by_loads
from matcher.optimizer.core.small import extras_are_whole, settle_small
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import IntArray, Limits, Program, Solution

UNKNOWN = int(np.iinfo(np.int64).min)
_GLANCE_NODES = 100
_GLANCE_PAIRS = 30_000
_SMALL_PAIRS = 4_000
_SMALL_PAIRS_IN_PASSING = 15_000
_WORK_IN_PASSING = 5.0
_THOROUGH = 0.5
_SMALL_WORK = 20.0
_PLAIN_WORK = 2.0
_LOADS_SOON = 150
_LOADS_SIZE = 1_000


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


def solve(program: Program, start: IntArray | None, limits: Limits) -> Solution:
    """Minimise ``program``: the best plan found, and how good any plan can be.

    ``start`` is a plan to begin from (n, ``UNPLACED`` for nobody); ignored where it doesn't
    keep the requirements. Repeatable unless ``limits.time_limit_s`` is given.
    """
    watch = Watch.for_seconds(limits.time_limit_s)
    if has_no_plan(program):
        return _solution(State(None, UNKNOWN, is_infeasible=True), None)
    best = None if start is None else checked(program, start)
    state = State(best, simple_bound(program))
    if state.is_settled:
        return _solution(state, None)
    model = linear_model(program)
    relaxation = relax(model)
    if relaxation is None:
        return _solution(_exact(program, state, None, limits, watch), None)
    state, bounds = _at_a_glance(program, relaxation, state, limits, watch)
    if not state.is_settled and (limits.effort >= _THOROUGH or state.best is None):
        return _in_depth(program, model, relaxation, state, limits, watch)
    if not state.is_settled and _open_pairs(program, bounds, state) > _GLANCE_PAIRS:
        state = _plan(program, model, relaxation, bounds, state, limits, watch)
    return _solution(state, bounds)


def _in_depth(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    state: State,
    limits: Limits,
    watch: Watch,
) -> Solution:
    """What a glance doesn't settle: better prices, better plans, and a search to the end."""
    bounds = _bounds(program, model, relaxation, state.best, limits, watch)
    state = replace(state, bound=max(state.bound, bounds.bound))
    if state.bound > _dearest(program):
        return _solution(replace(state, is_infeasible=True), bounds)
    if not state.is_settled:
        part = 0.9 if sum(program.shape) <= _LOADS_SOON else 0.3
        state = _by_loads(program, bounds, state, limits, watch.share(part))
    if not state.is_settled:
        before = state.best
        part = 0.3 if _open_pairs(program, bounds, state) <= _SMALL_PAIRS else 0.85
        state = _plan(program, model, relaxation, bounds, state, limits, watch.share(part))
        is_soon = sum(program.shape) <= _LOADS_SOON
        if is_soon and state.best is not before and not state.is_settled:
            state = _by_loads(program, bounds, state, limits, watch.share(0.3))
    if not state.is_settled and not watch.is_over():
        state = _exact(program, state, bounds, limits, watch)
    return _solution(state, bounds)


def _by_loads(
    program: Program, bounds: Bounds, state: State, limits: Limits, watch: Watch
) -> State:
    """Plain programs of a few hundred cases: what coordinators could be given as a whole."""
    if not _is_plain(program) or 0 in program.shape or sum(program.shape) > _LOADS_SIZE:
        return state
    dearest = _dearest(program)
    levels = (FEW, 4 * FEW, 16 * FEW) if sum(program.shape) <= _LOADS_SOON else (FEW,)
    for most in levels:
        part = watch.share(0.3)
        best = plan_by_loads(program, bounds, state.best, state.bound, dearest, limits, part, most)
        if state.bound == bounds.bound or best is not state.best:
            best, bound = settle_by_loads(
                program, bounds, best, state.bound, dearest, limits, watch.share(0.8)
            )
            state = State(best, max(bound, state.bound))
        if state.is_settled or watch.is_over():
            break
    return state


def _open_pairs(program: Program, bounds: Bounds, state: State) -> int:
    """How many pairs a better plan could still use."""
    if state.best is None:
        return int(program.open.sum())
    return int((program.open & bounds.kept(state.best.objective - 1)[0]).sum())


def _is_plain(program: Program) -> bool:
    return not program.rows and not program.extras


def _at_a_glance(
    program: Program, relaxation: Relaxation, state: State, limits: Limits, watch: Watch
) -> tuple[State, Bounds]:
    """Most tiers of a round are easy: the relaxation's prices as they are, and a short search."""
    goal = float("inf") if state.best is None else float(state.best.objective)
    bounds = bounds_of(program, relaxation.prices, min(goal, 2.0**50), 0, watch)
    state = replace(state, bound=max(state.bound, bounds.bound))
    if state.is_settled:
        return state, bounds
    left = _open_pairs(program, bounds, state)
    small = _SMALL_PAIRS if limits.effort >= _THOROUGH else _SMALL_PAIRS_IN_PASSING
    if left <= small and extras_are_whole(program):
        part = watch.share(0.05 if _is_plain(program) else 0.3)
        return _small(program, state, bounds, limits, part), bounds
    if left <= _GLANCE_PAIRS:
        state = _exact(program, state, bounds, limits, watch.share(0.1), nodes=_GLANCE_NODES)
    return state, bounds


def _small(program: Program, state: State, bounds: Bounds, limits: Limits, watch: Watch) -> State:
    """All choices that could still make a better plan, to CP-SAT."""
    kept, kept_unplaced = program.open, program.may_stay_unplaced
    target = None if state.best is None else state.best.objective - 1
    if target is not None:
        kept, kept_unplaced = bounds.kept(target)
    work = limits.effort * (_PLAIN_WORK if _is_plain(program) else _SMALL_WORK)
    if limits.effort < _THOROUGH:
        work = _WORK_IN_PASSING
    answer = settle_small(program, state.best, kept, kept_unplaced, work, watch.left())
    return _learnt(state, answer.best, answer.bound, answer.is_infeasible, target)


def _learnt(
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


def _bounds(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    best: Checked | None,
    limits: Limits,
    watch: Watch,
) -> Bounds:
    lowest = float(model.cost @ relaxation.values)
    goal = lowest * 1.002 + 1 if best is None else float(best.objective)
    rounds = round(limits.effort * np.clip(60_000 / max(program.shape[0], 1), 30, 500))
    return bounds_of(program, relaxation.prices, goal, rounds, watch.share(0.2))


def _plan(
    program: Program,
    model: LinearModel,
    relaxation: Relaxation,
    bounds: Bounds,
    state: State,
    limits: Limits,
    watch: Watch,
) -> State:
    """A good plan early: rounding, then one neighbourhood after another settled anew."""
    forgiving = _forgiving(program)
    begun = checked(forgiving, rounded(program, model, relaxation.values, bounds.reduced))
    if state.best is not None:
        begun = better(begun, checked(forgiving, state.best.plan))
    if begun is None:
        return state
    near = np.sort(np.where(program.open, bounds.forced.pair, np.iinfo(np.int64).max), axis=1)
    fourth = near[:, min(3, near.shape[1] - 1)]
    found = improve(
        forgiving,
        begun,
        program.open & (bounds.forced.pair <= fourth[:, None]),
        bounds.reduced,
        bound=state.bound,
        rounds=round(400 * limits.effort),
        patience=30,
        watch=watch,
        seed=limits.seed,
    )
    return replace(state, best=better(state.best, checked(program, found.plan)))


def _forgiving(program: Program) -> Program:
    """The same, but every case may stay unplaced, at a price no pair is worth."""
    objective = program.objective
    pairs = objective.pair[program.open]
    spread = int(pairs.max(initial=0)) - int(pairs.min(initial=0)) + 1
    price = int(pairs.max(initial=0)) + spread * min(program.shape[0], 30)
    unplaced = np.where(program.may_stay_unplaced, objective.unplaced, price)
    return replace(
        program,
        may_stay_unplaced=np.ones_like(program.may_stay_unplaced),
        objective=replace(objective, unplaced=unplaced),
    )


def _exact(
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
    return _learnt(state, settled.best, settled.bound, settled.is_infeasible, target)


def _dearest(program: Program) -> int:
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


def _solution(state: State, bounds: Bounds | None) -> Solution:
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
