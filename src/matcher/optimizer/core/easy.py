"""The easy ends: programs that need no search, or can have no plan."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.program import IntArray, Program


def cheapest_choices(program: Program) -> IntArray:
    """What each case costs at its cheapest open choice (n); ``NEVER`` where it has none."""
    fits = program.open & (program.workload <= program.capacity[None, :])
    pairs = np.where(fits, program.objective.pair, NEVER).min(axis=1, initial=NEVER)
    unplaced = np.where(program.may_stay_unplaced, program.objective.unplaced, NEVER)
    cheapest: IntArray = np.minimum(pairs, unplaced)
    return cheapest


def simple_bound(program: Program) -> int:
    """Every case at its cheapest choice, every extra at its cheapest end."""
    bound = int(cheapest_choices(program).sum())
    for weight, extra in zip(program.objective.extra.tolist(), program.extras, strict=True):
        bound += weight * (extra.lower if weight >= 0 else extra.upper)
    return bound


def has_no_plan(program: Program) -> bool:
    """Whether a case has no choice at all, or a coordinator owes hours already."""
    return bool((program.capacity < 0).any() or (cheapest_choices(program) == NEVER).any())


def within_reach(program: Program) -> Program:
    """The same program, each coordinator's hours lowered to the most that cases can add up to.

    No plan is lost; the relaxation, which fills the last half hour with half a case, is nearer.
    """
    hours = np.where(program.open, program.workload, 0)
    reached = [_most_of(hours[:, j], int(most)) for j, most in enumerate(program.capacity)]
    return replace(program, capacity=np.array(reached, np.int64))


def _most_of(hours: IntArray, capacity: int) -> int:
    """The largest sum of some of these hours within the capacity: a bit for each sum there is."""
    if int(hours.sum()) <= capacity:
        return capacity
    weights, counts = np.unique(hours[(hours > 0) & (hours <= capacity)], return_counts=True)
    sums, inside = 1, (1 << (capacity + 1)) - 1
    for weight, count in zip(weights.tolist(), counts.tolist(), strict=True):
        for _ in range(min(count, capacity // weight)):
            sums |= (sums << weight) & inside
    return sums.bit_length() - 1
