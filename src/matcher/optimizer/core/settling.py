"""Settle a plain assignment problem by loads: raise the target until a plan meets it."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core.bounding import Bounds
from matcher.optimizer.core.listing import Listing
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.core.plan import Checked, better, checked
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.tree import Tree, Verdict
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import IntArray, Limits, Program

FEW = 1_500
_FEW_NODES = 150
_SLACK_TRIES = 16
_HOPE = 3
"""A plan of loads within some slack of their best is looked for this far above the bound."""
_MANY = (5_000, 20_000, 80_000, 320_000)
_DIRECTLY = 80_000
_NODES = 3_000


def settle_by_loads(
    program: Program,
    bounds: Bounds,
    best: Checked | None,
    bound: int,
    dearest: int,
    limits: Limits,
    watch: Watch,
) -> tuple[Checked | None, int]:
    """The best plan known after the search, and the bound for every plan.

    Each round asks whether some plan costs at most a target: one point better than the best,
    if the loads for that are few enough to list; otherwise as high as the list allows.
    """
    for most in _MANY:
        while best is None or bound < best.objective:
            highest = dearest if best is None else best.objective - 1
            listed = _directly(bounds, highest) or _within_reach(bounds, bound, highest, most)
            if listed is None or watch.is_over():
                break
            target, loads = listed
            nodes = round(_NODES * limits.effort)
            verdict = _verdict(program, bounds, loads, target, nodes, watch)
            if verdict.plan is not None:
                best = better(best, checked(program, verdict.plan))
            if verdict.bound <= bound and verdict.plan is None:
                return best, bound
            bound = max(bound, verdict.bound)
    return best, bound


def _directly(bounds: Bounds, target: int) -> tuple[int, Loads] | None:
    loads = _loads(bounds, target, _DIRECTLY)
    return None if loads is None else (target, loads)


def plan_by_loads(
    program: Program,
    bounds: Bounds,
    best: Checked | None,
    bound: int,
    dearest: int,
    limits: Limits,
    watch: Watch,
    most: int,
) -> Checked | None:
    """A better plan among the ``most`` most promising loads, if there is one.

    First one that meets the bound, which is soon settled; then one as good as can be hoped for.
    ``dearest`` is the most a plan is worth looking for.
    """
    promising = _promising(bounds, most)
    if promising is None:
        return best
    slack, loads = promising
    hoped = bounds.problem.whole(bounds.base + _HOPE * slack)
    highest = dearest if best is None else best.objective - 1
    nodes = round(_FEW_NODES * limits.effort)
    for target in sorted({min(bound, highest), min(max(bound, hoped), highest)}):
        verdict = _verdict(program, bounds, loads, target, nodes, watch)
        if verdict.plan is not None:
            return better(best, checked(program, verdict.plan))
    return best


def _promising(bounds: Bounds, most: int) -> tuple[int, Loads] | None:
    """The widest slack that leaves at most so many loads, found by halving; and those loads."""
    found: tuple[int, Loads] | None = None
    low, high = 0, 0
    slack = bounds.problem.scale // 8
    listing = Listing(bounds.problem, bounds.prices, bounds.problem.open)
    for _ in range(_SLACK_TRIES):
        loads = listing.within(slack, most)
        if loads is None:
            high = slack
        else:
            found, low = (slack, loads), slack
        slack = 2 * low if not high else (low + high) // 2
        if slack in (low, high):
            break
    return found


def _verdict(
    program: Program, bounds: Bounds, loads: Loads, target: int, nodes: int, watch: Watch
) -> Verdict:
    unplaced = np.where(program.may_stay_unplaced, program.objective.unplaced, NEVER)
    tree = Tree(unplaced, program.shape[1], target)
    return tree.search(loads, _promise(bounds, loads), watch, nodes)


def _within_reach(bounds: Bounds, lowest: int, highest: int, most: int) -> tuple[int, Loads] | None:
    """A target in this range, and its loads: the highest that at most ``most`` loads can do.

    Found by doubling steps from the lowest; ``None`` if even that has too many.
    """
    found: tuple[int, Loads] | None = None
    step = 0
    while found is None or found[0] < highest:
        target = min(lowest + step, highest)
        loads = _loads(bounds, target, most)
        if loads is None:
            break
        found = (target, loads)
        step = max(1, 2 * step)
    return found


def _loads(bounds: Bounds, target: int, most: int) -> Loads | None:
    slack = target * bounds.problem.scale - bounds.base
    kept, _ = bounds.kept(target)
    return Listing(bounds.problem, bounds.prices, kept).within(slack, most)


def _promise(bounds: Bounds, loads: Loads) -> IntArray:
    """Reduced costs, which order the loads; far below any real floor."""
    prices = np.append(bounds.prices, 0)
    reduced: IntArray = loads.cost * bounds.problem.scale - prices[loads.cases].sum(axis=1)
    return reduced - (1 << 58)
