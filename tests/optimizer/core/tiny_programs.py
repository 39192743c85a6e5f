"""Programs so small that every plan can be looked at, and families of published ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import strategies as st

from matcher.optimizer.program import (
    UNPLACED,
    Expression,
    Extra,
    IntArray,
    Program,
    Row,
)

NOTHING = np.zeros(0, np.int64)


def plain(
    cost: IntArray, workload: IntArray, capacity: IntArray, unplaced: IntArray | None = None
) -> Program:
    """Everybody may have every case; each may stay unplaced at a cost, where one is given."""
    n, m = cost.shape
    return Program(
        open=np.ones((n, m), np.bool_),
        may_stay_unplaced=np.full(n, unplaced is not None),
        workload=workload,
        capacity=capacity,
        objective=Expression(
            cost, np.zeros(n, np.int64) if unplaced is None else unplaced, NOTHING
        ),
    )


def family_d(agents: int, jobs: int, seed: int) -> Program:
    """Chu and Beasley's (1997) family D: what weighs much costs little, hours are tight."""
    draw = np.random.default_rng(seed)
    weight = draw.integers(1, 101, (jobs, agents))
    cost = 111 - weight + draw.integers(-10, 11, (jobs, agents))
    return plain(cost, weight, np.full(agents, int(0.8 * weight.sum() / agents / agents)))


def family_e(agents: int, jobs: int, seed: int) -> Program:
    """Yagiura, Ibaraki and Glover's (2004) family E: cost falls with the weight, and far."""
    draw = np.random.default_rng(seed)
    weight = (1 - 10 * np.log(draw.uniform(1e-9, 1, (jobs, agents)))).astype(np.int64)
    cost = (1000 / weight - 10 * draw.uniform(0, 1, (jobs, agents))).astype(np.int64)
    return plain(cost, weight, np.full(agents, int(0.8 * weight.sum() / agents / agents)))


def family_c(agents: int, jobs: int, seed: int) -> Program:
    """Family C: costs 10–50, weights 5–25, unrelated, hours for four fifths of the weights."""
    draw = np.random.default_rng(seed)
    weight = draw.integers(5, 26, (jobs, agents))
    cost = draw.integers(10, 51, (jobs, agents))
    return plain(cost, weight, np.full(agents, int(0.8 * weight.sum() / agents / agents)))


@st.composite
def tiny_programs(draw: st.DrawFn, *, with_rows: bool = True) -> Program:
    """A few cases and coordinators, some pairs closed, hours scarce; perhaps rows and extras."""
    n, m = draw(st.integers(0, 5)), draw(st.integers(0, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    k = draw(st.integers(0, 2)) if with_rows else 0
    extras = tuple(
        Extra(int(low), int(low + rng.integers(0, 4)), is_integer=bool(which or rng.random() < 0.5))
        for which, low in enumerate(rng.integers(-1, 2, k))
    )
    count = draw(st.integers(0, 2)) if with_rows and n else 0
    return Program(
        open=rng.random((n, m)) < draw(st.sampled_from([0.5, 0.9, 1.0])),
        may_stay_unplaced=rng.random(n) < draw(st.sampled_from([0.0, 0.5, 1.0])),
        workload=rng.integers(0, 12, (n, m)),
        capacity=rng.integers(0, 25, m),
        objective=Expression(
            rng.integers(-9, 10, (n, m)), rng.integers(-2, 15, n), rng.integers(-3, 4, k)
        ),
        rows=tuple(_row(rng, n, m, k) for _ in range(count)),
        extras=extras,
    )


def _row(rng: np.random.Generator, n: int, m: int, k: int) -> Row:
    size = int(rng.integers(1, 5))
    coefficient = rng.integers(-3, 4, size)
    mine = rng.permutation(k)[: rng.integers(0, k + 1)]
    middle = int(rng.integers(-2, 4))
    return Row(
        case=rng.integers(0, n, size),
        coordinator=rng.integers(UNPLACED, m, size),
        coefficient=coefficient,
        extra=mine.astype(np.int64),
        extra_coefficient=rng.choice(np.array([-1, 1]), len(mine)),
        lower=middle if rng.random() < 0.5 else None,
        upper=middle + int(rng.integers(0, 3)) if rng.random() < 0.7 else None,
    )


@dataclass(frozen=True)
class Looked:
    """What looking at every plan shows: the least cost, and with each choice forced."""

    least: int | None
    pair: dict[tuple[int, int], int]


def look_at_every_plan(program: Program) -> Looked:
    """Brute force; extras take whole values: the one that may be a fraction has factors ±1."""
    n, m = program.shape
    choices = [
        [j for j in range(m) if program.open[i, j]]
        + ([UNPLACED] if program.may_stay_unplaced[i] else [])
        for i in range(n)
    ]
    least: int | None = None
    pair: dict[tuple[int, int], int] = {}
    for plan in product(*choices):
        cost = _cost(program, plan)
        if cost is not None:
            least = cost if least is None else min(least, cost)
            for choice in enumerate(plan):
                pair[choice] = min(pair.get(choice, cost), cost)
    return Looked(least, pair)


def _cost(program: Program, plan: tuple[int, ...]) -> int | None:
    for j, capacity in enumerate(program.capacity):
        if sum(program.workload[i, k] for i, k in enumerate(plan) if k == j) > capacity:
            return None
    base = sum(
        program.objective.unplaced[i] if j == UNPLACED else program.objective.pair[i, j]
        for i, j in enumerate(plan)
    )
    ranges = [range(extra.lower, extra.upper + 1) for extra in program.extras]
    costs = [
        base + sum(int(w) * z for w, z in zip(program.objective.extra, values, strict=True))
        for values in product(*ranges)
        if all(_holds(row, plan, values) for row in program.rows)
    ]
    return int(min(costs)) if costs else None


def _holds(row: Row, plan: tuple[int, ...], extras: tuple[int, ...]) -> bool:
    total = sum(
        int(c)
        for i, j, c in zip(row.case, row.coordinator, row.coefficient, strict=True)
        if plan[i] == j
    )
    total += sum(int(c) * extras[k] for k, c in zip(row.extra, row.extra_coefficient, strict=True))
    return (row.lower is None or total >= row.lower) and (row.upper is None or total <= row.upper)
