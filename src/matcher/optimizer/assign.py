"""The optimizer on bare numbers: published instances run through the core of a round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from time import monotonic

import numpy as np
from numpy.typing import ArrayLike, NDArray

from matcher.optimizer.core import solve
from matcher.optimizer.program import (
    UNPLACED,
    Expression,
    IntArray,
    Limits,
    Program,
    Row,
    Solution,
)

DECIMALS = 6
LARGEST = 2**40


@dataclass(frozen=True)
class Assignment:
    """Who has which case (n, −1 unplaced), the total fit, and the best total there can be."""

    coordinator_of: IntArray
    objective: float
    bound: float
    is_optimal: bool


def assign(
    fit: ArrayLike,
    workload: ArrayLike,
    capacity: ArrayLike,
    eligible: ArrayLike | None = None,
    *,
    time_limit_s: float | None = None,
    seed: int = 0,
) -> Assignment:
    """Give each case at most one coordinator: as many placed as can be, then the largest fit.

    ``fit`` is n × m, larger is better; ``workload`` n, or n × m where the hours depend on who
    takes the case; ``capacity`` m; ``eligible`` n × m, everybody where not given. Up to six
    decimals count. Repeatable unless ``time_limit_s`` is given; then the best plan found in
    that time, with a true bound (of the fit, with as many placed as in the plan).
    Raises ``ValueError`` for shapes that don't fit together, or numbers that can't be used.
    """
    started = monotonic()
    program, points_scale = _program(fit, workload, capacity, eligible)
    limits = Limits(time_limit_s=time_limit_s, seed=seed)

    everyone = replace(program, may_stay_unplaced=np.zeros(program.shape[0], np.bool_))
    best = solve(everyone, None, limits)
    placed_is_proven = best.coordinator_of is not None
    if best.coordinator_of is None:
        best, placed_is_proven = _most_placed_then_best(program, _left(limits, started))
    plan = best.coordinator_of
    if plan is None:
        plan = np.full(program.shape[0], UNPLACED, np.int64)
    placed = plan != UNPLACED
    total = -int(program.objective.pair[np.flatnonzero(placed), plan[placed]].sum())
    return Assignment(
        coordinator_of=plan,
        objective=total / points_scale,
        bound=max(total, -best.bound) / points_scale,
        is_optimal=placed_is_proven and best.is_optimal,
    )


def _most_placed_then_best(program: Program, limits: Limits) -> tuple[Solution, bool]:
    """Two tiers: as few unplaced as can be; that number held, the largest fit."""
    started = monotonic()
    n = program.shape[0]
    nothing = np.zeros(program.shape, np.int64)
    unplaced = Expression(nothing, np.ones(n, np.int64), np.zeros(0, np.int64))
    nobody = np.full(n, UNPLACED, np.int64)
    most = solve(replace(program, objective=unplaced), nobody, limits)
    start = nobody if most.coordinator_of is None else most.coordinator_of
    held = _row_of_unplaced(n, int((start == UNPLACED).sum()))
    best = solve(replace(program, rows=(held,)), start, _left(limits, started))
    if best.coordinator_of is None:
        best = replace(best, coordinator_of=start)
    return best, most.is_optimal


def _row_of_unplaced(n: int, upper: int) -> Row:
    none = np.zeros(0, np.int64)
    return Row(
        case=np.arange(n),
        coordinator=np.full(n, UNPLACED, np.int64),
        coefficient=np.ones(n, np.int64),
        extra=none,
        extra_coefficient=none,
        lower=None,
        upper=upper,
    )


def _left(limits: Limits, started: float) -> Limits:
    if limits.time_limit_s is None:
        return limits
    return replace(limits, time_limit_s=max(0.1, limits.time_limit_s - (monotonic() - started)))


def _program(
    fit: ArrayLike, workload: ArrayLike, capacity: ArrayLike, eligible: ArrayLike | None
) -> tuple[Program, int]:
    points, points_scale = _whole_numbers(fit, "fit")
    both = [np.asarray(workload, np.float64), np.asarray(capacity, np.float64)]
    hours, _ = _whole_numbers(np.concatenate([part.ravel() for part in both]), "hours")
    shapes = [points.shape, *(part.shape for part in both)]
    n, m = points.shape if points.ndim == 2 else (-1, -1)
    may = np.ones(points.shape, np.bool_) if eligible is None else np.asarray(eligible, np.bool_)
    if shapes not in ([(n, m), (n,), (m,)], [(n, m), (n, m), (m,)]) or may.shape != (n, m):
        raise ValueError(f"fit, workload, capacity and eligible don't go together: {shapes}")
    work, free = hours[: both[0].size], hours[both[0].size :]
    work = work.reshape(n, m) if both[0].ndim == 2 else np.repeat(work[:, None], m, axis=1)
    if (work < 0).any() or (free < 0).any():
        raise ValueError("workload and capacity can't be negative")
    objective = Expression(-points, np.zeros(n, np.int64), np.zeros(0, np.int64))
    everyone = np.ones(n, np.bool_)
    return Program(may & (work <= free), everyone, work, free, objective), points_scale


def _whole_numbers(values: ArrayLike, name: str) -> tuple[IntArray, int]:
    """Whole numbers in the proportion of ``values``, and what one unit became."""
    numbers: NDArray[np.float64] = np.asarray(values, np.float64)
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} must be finite numbers")
    rounded = np.round(numbers, DECIMALS)
    fractions = np.unique(rounded - np.floor(rounded))
    scale = lcm(1, *(Fraction(f).limit_denominator(10**DECIMALS).denominator for f in fractions))
    scale = min(scale, 10**DECIMALS)
    if np.abs(rounded).max(initial=0) * scale > LARGEST:
        raise ValueError(f"{name} has numbers too large to be counted exactly")
    return np.round(rounded * scale).astype(np.int64), scale
