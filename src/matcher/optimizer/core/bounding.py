"""The lower bounds of a program: of every plan, and of every plan with a certain choice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.lagrange import Forced, ascend, force
from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.core.packing import pack
from matcher.optimizer.core.priced import NEVER, Priced, priced
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import BoolArray, IntArray, Program


@dataclass(frozen=True)
class Bounds:
    """``problem`` at ``prices`` (n, scaled) proves ``forced``; ``bound`` is in points.

    ``base`` (scaled) is the plain packing's bound, on which reduced costs build.
    """

    problem: Priced
    prices: IntArray
    base: int
    forced: Forced
    bound: int

    @property
    def reduced(self) -> IntArray:
        """What each pair costs beyond its case's price (n × m, scaled)."""
        return self.problem.cost - self.prices[:, None]

    def kept(self, target: int) -> tuple[BoolArray, BoolArray]:
        """The choices that a plan of at most ``target`` can still make: pairs and unplaced."""
        reach = target * self.problem.scale
        return self.forced.pair <= reach, self.forced.unplaced <= reach

    def in_points(self) -> tuple[IntArray, IntArray]:
        """Forced bounds as whole points (n × m, n); the largest for a choice that isn't open."""
        scale = self.problem.scale
        highest = np.iinfo(np.int64).max
        return (
            np.where(self.forced.pair < NEVER // 2, -(-self.forced.pair // scale), highest),
            np.where(self.forced.unplaced < NEVER // 2, -(-self.forced.unplaced // scale), highest),
        )


def bounds_of(
    program: Program, row_prices: FloatArray, goal: float, rounds: int, watch: Watch
) -> Bounds:
    """Bounds from the relaxation's prices, raised by ``rounds`` of ascent towards ``goal``.

    ``row_prices`` are those of the linear model's rows: cases, coordinators, the program's own.
    """
    n, m = program.shape
    problem = priced(program, row_prices[n + m :])
    prices = np.rint(row_prices[:n] * problem.scale).astype(np.int64)
    base, prices = ascend(
        problem,
        prices,
        target=round(goal * problem.scale),
        rounds=rounds,
        visit=lambda _packing, _prices: watch.is_over(),
    )
    base = max(base, pack(problem, prices).bound)
    forced = force(problem, prices)
    return Bounds(problem, prices, base, forced, problem.whole(forced.bound))
