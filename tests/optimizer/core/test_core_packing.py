"""What coordinators choose at given prices is the same however finely their hours are counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.optimizer.core.packing import Packing, pack
from matcher.optimizer.core.priced import NEVER, Priced, Toll
from matcher.optimizer.program import IntArray


def worth(problem: Priced, prices: IntArray, packing: Packing) -> int:
    """What is chosen costs, added up pair by pair, with the prices of all cases."""
    cost = int((problem.cost - prices[:, None])[packing.chosen].sum())
    hours = np.where(packing.chosen, problem.workload, 0).sum(axis=0)
    tolls = sum(int(problem.toll_of(j)[hour]) for j, hour in enumerate(hours.tolist()))
    return int(prices.sum()) + cost + tolls


@given(st.integers(0, 10_000))
def test_narrow_tables_and_wide_ones_say_the_same(seed: int) -> None:
    """Hours counted finely are tabled one by one, and coarsely side by side."""
    rng = np.random.default_rng(seed)
    n, m = rng.integers(1, 7, 2).tolist()
    coarse = Priced(
        scale=1,
        constant=0,
        cost=rng.integers(-3, 12, (n, m)),
        unplaced=np.full(n, NEVER),
        open=rng.random((n, m)) < 0.8,
        workload=rng.integers(1, 6, (n, m)),
        capacity=rng.integers(2, 9, m),
    )
    fine = replace(coarse, workload=coarse.workload * 300, capacity=coarse.capacity * 300)
    prices = rng.integers(0, 14, n)
    assert pack(coarse, prices).bound == pack(fine, prices).bound
    toll = Toll(0, free=1, steps=1, price=2)
    for problem in (coarse, fine, replace(coarse, tolls=(toll,)), replace(fine, tolls=(toll,))):
        packing = pack(problem, prices)
        assert worth(problem, prices, packing) == packing.bound
        used = np.where(packing.chosen, problem.workload, 0).sum(axis=0)
        assert (used <= problem.capacity).all()
