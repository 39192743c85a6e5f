"""Every load that can be in a plan near the bound, at prices of cases and rows.

At good prices nearly every set of cases costs far too much for a coordinator; those within reach
are few, often some thousands among astronomically many, and can all be listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.core.loads import Loads, joined, loads_of
from matcher.optimizer.core.priced import Priced
from matcher.optimizer.program import BoolArray, IntArray


@dataclass(frozen=True)
class Listing:
    """The loads of the ``kept`` pairs (n × m) at ``prices`` (n, scaled)."""

    problem: Priced
    prices: IntArray
    kept: BoolArray

    @cached_property
    def base(self) -> int:
        """No plan of kept pairs costs less (scaled)."""
        left_out = np.minimum(self.problem.unplaced - self.prices, 0)
        fixed = self.problem.constant + int(self.prices.sum()) + int(left_out.sum())
        return fixed + sum(menu.least for menu in self._menus)

    def within(self, slack: int, most: int) -> Loads | None:
        """All loads that a plan within ``slack`` (scaled) of the base can use.

        ``None`` when there are more than ``most``.
        """
        pieces: list[Loads] = []
        left = most
        for menu in self._menus:
            found = menu.within(menu.least + slack, left)
            if found is None:
                return None
            pieces.append(loads_of(menu.coordinator, menu.cases, found, self.problem))
            left -= len(found)
        return joined(pieces, self.problem.open.shape[0])

    @cached_property
    def _menus(self) -> tuple[_Menu, ...]:
        return tuple(self._menu(j) for j in range(self.problem.open.shape[1]))

    def _menu(self, j: int) -> _Menu:
        reduced = self.problem.cost[:, j] - self.prices
        cases = np.flatnonzero(self.kept[:, j] & self.problem.open[:, j])
        cases = cases[np.argsort(reduced[cases], kind="stable")]
        weight = self.problem.workload[cases, j]
        return _Menu(j, cases, reduced[cases], weight, self.problem.toll_of(j))


@dataclass(frozen=True)
class _Menu:
    """What one coordinator can choose from, the most tempting case first.

    ``toll`` is what 0 to all hours cost by themselves.
    """

    coordinator: int
    cases: IntArray
    reduced: IntArray
    weight: IntArray
    toll: IntArray

    @property
    def least(self) -> int:
        """The least that any load costs."""
        return int(self._rest[0, -1])

    @cached_property
    def _rest(self) -> IntArray:
        """The least that the cases from each on cost, with so many hours left."""
        count, capacity = len(self.cases), len(self.toll) - 1
        rest = np.zeros((count + 1, capacity + 1), np.int64)
        rest[count] = self.toll[::-1]
        for t in range(count - 1, -1, -1):
            hours = int(self.weight[t])
            rest[t] = rest[t + 1]
            rest[t, hours:] = np.minimum(
                rest[t, hours:], rest[t + 1, : capacity + 1 - hours] + self.reduced[t]
            )
        return rest

    def within(self, reach: int, most: int) -> BoolArray | None:
        """The loads (rows; a column a case) that cost at most ``reach``, item by item.

        A partial load is kept only while its best completion is still within reach.
        ``None`` when there are more than ``most``.
        """
        rest, count = self._rest, len(self.cases)
        cost = np.zeros(1, np.int64)
        room = np.full(1, len(self.toll) - 1, np.int64)
        steps: list[tuple[IntArray, int]] = []
        for t in range(count):
            without = np.flatnonzero(cost + rest[t + 1][room] <= reach)
            fitting = np.flatnonzero(room >= self.weight[t])
            completed = (
                cost[fitting] + self.reduced[t] + rest[t + 1][room[fitting] - self.weight[t]]
            )
            having = fitting[completed <= reach]
            cost = np.concatenate([cost[without], cost[having] + self.reduced[t]])
            room = np.concatenate([room[without], room[having] - self.weight[t]])
            steps.append((np.concatenate([without, having]), len(without)))
            if len(cost) > most:
                return None
        found = np.zeros((len(cost), count), np.bool_)
        at = np.arange(len(cost))
        for t in range(count - 1, -1, -1):
            origin, without_count = steps[t]
            found[:, t] = at >= without_count
            at = origin[at]
        return found
