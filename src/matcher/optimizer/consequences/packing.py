"""At given prices, the cheapest load of every coordinator; and with each case, and without it.

A table over hours for all coordinators at once (a knapsack each), in whole numbers. Siblings are
one item with several ways to be taken, so that what a family costs is counted once a load.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import BoolArray, IntArray

CLOSED = 1 << 50
"""Costs more than any plan; far below overflow when every case of a load costs it."""
FORCED = 1 << 44
"""Taken off what must be in a load."""
_NO_LOAD = CLOSED << 6
_FINE = 256
"""Hours are counted on an even grid up to so many steps; else by the sums that can occur."""

Places = slice | IntArray


@dataclass(frozen=True)
class Way:
    """One way to take some of an item's cases; ``start`` and ``end`` are places on the grid."""

    cases: tuple[int, ...]
    start: Places
    end: Places
    step: IntArray
    """The place reached from each place of the grid; -1 where there is none."""


@dataclass(frozen=True)
class Item:
    """Cases that a load takes together or in part: one case, or a family."""

    cases: tuple[int, ...]
    family: int | None
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Shelf:
    """What packing needs to know of a round: the items, and hours above the even share.

    ``above`` (m × grid) are hundredths above; ``fits`` says where a coordinator has the hours.
    """

    items: tuple[Item, ...]
    hours: IntArray
    even_share: IntArray
    family_of: tuple[int | None, ...]
    above: IntArray
    fits: BoolArray

    @classmethod
    def of(cls, stakes: Stakes) -> Shelf:
        """The shelf of a round; siblings that are looked at together are one item."""
        problem, grid = stakes.problem, _grid(stakes)
        in_family = {i for family in stakes.families for i in family}
        alone = [(i,) for i in range(problem.shape[0]) if i not in in_family]
        items = [_item(family, f, stakes, grid) for f, family in enumerate(stakes.families)]
        items += [_item(case, None, stakes, grid) for case in alone]
        above = np.maximum(grid[None, :] - problem.even_share[:, None], 0)
        family_of = {i: item.family for item in items for i in item.cases}
        return cls(
            items=tuple(items),
            hours=stakes.hours,
            even_share=problem.even_share,
            family_of=tuple(family_of[i] for i in range(problem.shape[0])),
            above=above,
            fits=grid[None, :] <= problem.capacity[:, None],
        )

    @cached_property
    def item_of(self) -> dict[int, int]:
        """The number of the item that each case is in."""
        return {i: k for k, item in enumerate(self.items) for i in item.cases}


def _grid(stakes: Stakes) -> IntArray:
    """The numbers of hours (hundredths) that a load can have, and perhaps some more."""
    most = int(min(stakes.problem.capacity.max(initial=0), stakes.hours.sum()))
    unit = max(1, int(np.gcd.reduce(stakes.hours)))
    if most // unit < _FINE:
        return np.arange(0, most + 1, unit)
    can = np.zeros(most + 1, np.bool_)
    can[0] = True
    for hours in stakes.hours[stakes.hours <= most].tolist():
        can[hours:] |= can[: most + 1 - hours].copy()
    return np.flatnonzero(can)


def _item(cases: tuple[int, ...], family: int | None, stakes: Stakes, grid: IntArray) -> Item:
    taken = (way for size in range(1, len(cases) + 1) for way in combinations(cases, size))
    return Item(cases, family, tuple(_way(way, stakes, grid) for way in taken))


def _way(cases: tuple[int, ...], stakes: Stakes, grid: IntArray) -> Way:
    reached = grid + int(stakes.hours[list(cases)].sum())
    step = np.minimum(np.searchsorted(grid, reached), len(grid) - 1)
    step = np.where(grid[step] == reached, step, -1)
    start = np.flatnonzero(step >= 0)
    end = step[start]
    shift = int(end[0]) if len(end) else len(grid)
    if (end == np.arange(len(end)) + shift).all() and (start == np.arange(len(start))).all():
        return Way(cases, slice(0, len(start)), slice(shift, shift + len(start)), step)
    return Way(cases, start, end, step)


class Packing:
    """The cheapest loads at a cost a pair (n × m), a price a family, a price an hour above.

    The item of case ``first`` is decided first, so that other costs of it are quickly tried.
    """

    def __init__(
        self, shelf: Shelf, cost: IntArray, family: IntArray, above: int, first: int = 0
    ) -> None:
        self.shelf, self.cost, self.family, self.above = shelf, cost, family, above
        k = shelf.item_of[first]
        self._items = (shelf.items[k], *shelf.items[:k], *shelf.items[k + 1 :])
        self._after = [np.where(shelf.fits, shelf.above * above, _NO_LOAD)]
        for item in reversed(self._items):
            self._after.append(self._before(item, self._after[-1]))
        self._after.reverse()

    def with_first(self, cost: IntArray) -> Packing:
        """The same where only costs of the item that is decided first are others."""
        other = copy(self)
        other.cost = cost
        other._after = [other._before(self._items[0], self._after[1]), *self._after[1:]]
        return other

    def _before(self, item: Item, after: IntArray) -> IntArray:
        """What the rest of a load costs from each place of the grid on, the item among it."""
        here = after.copy()
        for way in item.ways:
            taken = after[:, way.end] + self._cost(item, way)[:, None]
            here[:, way.start] = np.minimum(here[:, way.start], taken)
        return here

    def _cost(self, item: Item, way: Way) -> IntArray:
        """What a way costs each coordinator (m)."""
        if item.family is None:
            alone: IntArray = self.cost[way.cases[0]]
            return alone
        cost: IntArray = self.cost[list(way.cases)].sum(axis=0) + self.family[item.family]
        return cost

    @property
    def least(self) -> IntArray:
        """What each coordinator's cheapest load costs (m)."""
        return self._after[0][:, 0]

    def burden(self, i: int) -> IntArray:
        """How much dearer each coordinator's cheapest load is with a case than without (m).

        The case is one of the item that is decided first; negative where it is better to have it.
        """
        item, after = self._items[0], self._after[1]
        having = np.full(len(after), _NO_LOAD)
        lacking = after[:, 0].copy()
        for way in item.ways:
            side = having if i in way.cases else lacking
            taken = after[:, way.end] + self._cost(item, way)[:, None]
            np.minimum(side, taken[:, :1].min(axis=1, initial=_NO_LOAD), out=side)
        return having - lacking

    def price(self, j: int, cases: tuple[int, ...]) -> int:
        """What one load costs its coordinator, hours or not."""
        hours = int(self.shelf.hours[list(cases)].sum())
        touched = {self.shelf.family_of[i] for i in cases} - {None}
        above = max(0, hours - int(self.shelf.even_share[j])) * self.above
        together = sum(int(self.family[f]) for f in touched if f is not None)
        return int(self.cost[list(cases), j].sum()) + together + above

    def loads(self) -> BoolArray:
        """The cases of each coordinator's cheapest load (n × m)."""
        taken = np.zeros(self.cost.shape, np.bool_)
        at, everyone = np.zeros(len(self.least), np.int64), np.arange(len(self.least))
        for k, item in enumerate(self._items):
            now = self._after[k][everyone, at]
            then = self._after[k + 1]
            left = now != then[everyone, at]
            for way in item.ways if left.any() else ():
                to = way.step[at]
                hit = left & (to >= 0) & (then[everyone, to] + self._cost(item, way) == now)
                taken[np.array(way.cases)[:, None], np.flatnonzero(hit)] = True
                at, left = np.where(hit, to, at), left & ~hit
        return taken

    def within(self, most: IntArray, limit: int) -> list[tuple[int, tuple[int, ...]]] | None:
        """All loads that cost at most ``most`` (m) of their coordinator's; none if too many."""
        j = np.flatnonzero(self.least <= most)
        at, cost = np.zeros_like(j), np.zeros_like(j)
        taken: list[tuple[IntArray, IntArray]] = []
        for k, item in enumerate(self._items):
            then = self._after[k + 1]
            grown = [(np.arange(len(j)), np.full(len(j), -1), at, cost)]
            for w, way in enumerate(item.ways):
                source = np.flatnonzero(way.step[at] >= 0)
                more = cost[source] + self._cost(item, way)[j[source]]
                grown.append((source, np.full(len(source), w), way.step[at[source]], more))
            parent, way_of, at, cost = (np.concatenate(part) for part in zip(*grown, strict=True))
            kept = cost + then[j[parent], at] <= most[j[parent]]
            parent, way_of, at, cost = parent[kept], way_of[kept], at[kept], cost[kept]
            j = j[parent]
            taken.append((parent, way_of))
            if len(j) > limit:
                return None
        return self._listed(j, taken)

    def _listed(
        self, j: IntArray, taken: list[tuple[IntArray, IntArray]]
    ) -> list[tuple[int, tuple[int, ...]]]:
        cases: list[list[int]] = [[] for _ in range(len(j))]
        at = np.arange(len(j))
        for item, (parent, way_of) in zip(reversed(self._items), reversed(taken), strict=True):
            for load in np.flatnonzero(way_of[at] >= 0).tolist():
                cases[load] += item.ways[int(way_of[at[load]])].cases
            at = parent[at]
        return [(c, tuple(sorted(load))) for c, load in zip(j.tolist(), cases, strict=True)]

    def with_and_without(self) -> tuple[IntArray, IntArray]:
        """The cheapest load having each case, and lacking it (n × m each)."""
        having = np.full(self.cost.shape, CLOSED, np.int64)
        lacking = np.full(self.cost.shape, CLOSED, np.int64)
        before = np.full_like(self._after[0], _NO_LOAD)
        before[:, 0] = 0
        for k, item in enumerate(self._items):
            after = self._after[k + 1]
            spare = (before + after).min(axis=1)
            for i in item.cases:
                lacking[i] = spare
            later = before.copy()
            for way in item.ways:
                taken = before[:, way.start] + self._cost(item, way)[:, None]
                best = (taken + after[:, way.end]).min(axis=1, initial=_NO_LOAD)
                later[:, way.end] = np.minimum(later[:, way.end], taken)
                for i in item.cases:
                    side = having if i in way.cases else lacking
                    side[i] = np.minimum(side[i], best)
            before = later
        return having, lacking
