"""A program settled as a choice among whole loads, where not too many can be in a better plan.

One column a load instead of one a pair: the relaxation then knows that hours can't be split, and
what a load counts in each row, overtime too, is a number. Cuts leave a few hundred of tens of
thousands, and HiGHS settles those in a tenth of a second (Barnhart et al. 1998, on branch and
price; here every load within reach is listed, so there is nothing left to price).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.bounding import Bounds
from matcher.optimizer.core.columns import Columns
from matcher.optimizer.core.cutting import Remainder, cut_down
from matcher.optimizer.core.listing import Listing
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.core.plan import better, checked
from matcher.optimizer.core.state import State, learnt
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import BoolArray, IntArray, Program

_FEW = 4_000


@dataclass(frozen=True)
class Reach:
    """Plans up to ``highest``, where at most ``loads`` can be in one; else up to a lower value.

    Such a value is looked for a few ``times``. Plans as dear as the best known tell more of the
    pairs; to look at better ones only is sooner done.
    """

    highest: int
    loads: int = 30_000
    times: int = 8


@dataclass(frozen=True)
class _Listed:
    """All loads that a plan of at most ``target`` can use."""

    target: int
    loads: Loads


def settle_in_loads(
    program: Program,
    bounds: Bounds,
    state: State,
    reach: Reach,
    may_as_well: BoolArray,
    effort: engine.Effort,
    watch: Watch,
) -> tuple[State, Bounds]:
    """The best plan within reach of what can be listed, and what that tells of every pair.
    Nothing new where there is nobody, or where an extra isn't the overtime of one coordinator.
    ``may_as_well`` (n) are the cases that this goal would as soon leave out.
    """
    if 0 in program.shape or len(program.overtimes) < len(program.extras):
        return state, bounds
    kept, kept_unplaced = bounds.kept(reach.highest)
    listing = Listing(bounds.problem, bounds.prices, kept)
    listed = _widest(listing, state.bound - 1, reach)
    if listed is None:
        return state, bounds
    idle = np.flatnonzero(program.may_stay_unplaced & (kept_unplaced | may_as_well))
    columns = Columns.of(program, listed.loads, idle)
    left = cut_down(columns, listed.target, _reduced(bounds, listed.loads), watch)
    state = replace(state, bound=max(state.bound, left.bound))
    if left.bound <= listed.target and left.is_open.sum() <= _FEW:
        state = _settled(columns.only(left.is_open), left, state, listed.target, effort)
    return state, _raised(bounds, left)


def _settled(
    columns: Columns, left: Remainder, state: State, target: int, effort: engine.Effort
) -> State:
    """What HiGHS finds among the loads that are left."""
    answer = engine.solve_mip(columns.model(target, left.triples), None, effort)
    best = state.best
    if answer.values is not None:
        best = better(best, checked(columns.program, columns.plan_of(answer.values)))
    return learnt(state, best, _whole(answer.bound), answer.is_infeasible, target)


def _whole(found: float) -> int | None:
    """The least whole value at a solver's bound; ``None`` where it knows nothing."""
    return int(np.ceil(found - 1e-5 - 1e-8 * abs(found))) if np.isfinite(found) else None


def _widest(listing: Listing, low: int, reach: Reach) -> _Listed | None:
    """The highest target above ``low`` and within reach whose loads aren't too many."""
    found: _Listed | None = None
    target = high = reach.highest
    for _ in range(reach.times):
        slack = target * listing.problem.scale - listing.base
        loads = listing.within(slack, reach.loads)
        if loads is None:
            high = target - 1
        else:
            found, low = _Listed(target, loads), target
        if low >= high:
            break
        target = low + 1 + (high - low - 1) // (4 if found is None else 2)
    return found


def _reduced(bounds: Bounds, loads: Loads) -> IntArray:
    """What each load costs at the prices: the order in which they are looked at."""
    reduced = bounds.reduced
    cost = np.append(reduced, np.zeros((1, reduced.shape[1]), np.int64), axis=0)
    total: IntArray = cost[loads.cases, loads.coordinator[:, None]].sum(axis=1)
    return total


def _raised(bounds: Bounds, left: Remainder) -> Bounds:
    """What the cuts tell of every pair."""
    pair = np.maximum(bounds.forced.pair, left.floor * bounds.problem.scale)
    return replace(bounds, forced=replace(bounds.forced, pair=pair))
