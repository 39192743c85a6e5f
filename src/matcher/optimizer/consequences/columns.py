"""The columns of the linear program over loads: what each counts, and in which rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import IntArray

NOBODY, FAMILY, UNIT, LOAD = range(4)


@dataclass(frozen=True)
class Column:
    """``counts`` (T) in each tier; ``entries`` by row; ``cases`` of coordinator ``of`` if a load.

    ``kind`` is *nobody for a case*, *a family has somebody*, *a unit's hours above*, *a load*.
    """

    kind: int
    of: int
    cases: tuple[int, ...]
    counts: tuple[int, ...]
    entries: dict[int, int]
    upper: float


@dataclass(frozen=True)
class Rows:
    """Which row is whose: n cases, m coordinators, families, units, tiers."""

    stakes: Stakes

    @cached_property
    def family(self) -> int:
        """The first family's row: a family has somebody only if a load touches it."""
        return sum(self.stakes.problem.shape)

    @cached_property
    def unit(self) -> int:
        """The first unit's row: its hours, less those above, are its even share."""
        return self.family + len(self.stakes.families)

    @cached_property
    def tier(self) -> int:
        """The first tier's row: what is held."""
        return self.unit + len(self.stakes.units)

    @cached_property
    def limits(self) -> tuple[list[float], list[float]]:
        """Lower and upper limits; no tier held."""
        stakes = self.stakes
        once = sum(stakes.problem.shape)
        share = stakes.problem.even_share
        families = [float(stakes.problem.siblings_must_share)] * len(stakes.families)
        shares = [float(share[members].sum()) for members in stakes.units]
        free = len(families) + len(shares) + stakes.tiers
        return (
            [1.0] * once + [-np.inf] * free,
            [1.0] * once + families + shares + [np.inf] * stakes.tiers,
        )

    @cached_property
    def _family_of(self) -> dict[int, int]:
        return {i: f for f, family in enumerate(self.stakes.families) for i in family}

    @cached_property
    def _unit_of(self) -> dict[int, int]:
        return {j: u for u, members in enumerate(self.stakes.units) for j in members.tolist()}

    def first_columns(self) -> list[Column]:
        """All that aren't loads, and everybody's empty load."""
        stakes = self.stakes
        nobody = [
            self._column(NOBODY, i, (), stakes.unplaced[:, i], {i: 1}, np.inf if may else 0.0)
            for i, may in enumerate(stakes.may_stay_unplaced.tolist())
        ]
        preferred = () if stakes.problem.siblings_must_share else stakes.families
        some = -self._one(stakes.families_at)
        together = [
            self._column(FAMILY, f, (), some, {self.family + f: 1}, 1.0)
            for f in range(len(preferred))
        ]
        above = [
            self._column(UNIT, u, (), self._one(stakes.hours_at), {self.unit + u: -1}, np.inf)
            for u in range(len(stakes.units))
        ]
        empty = [self.load(j, ()) for j in range(stakes.problem.shape[1])]
        return [*nobody, *together, *above, *empty]

    def load(self, j: int, cases: Iterable[int]) -> Column:
        """A coordinator's load, with what it counts as a whole."""
        stakes, n = self.stakes, self.stakes.problem.shape[0]
        members = sorted(cases)
        counts = stakes.pair[:, members, j].sum(axis=1)
        hours = int(stakes.hours[members].sum())
        if stakes.hours_at is not None:
            counts[stakes.hours_at] += max(0, hours - int(stakes.problem.even_share[j]))
        touched = sorted({self._family_of[i] for i in members if i in self._family_of})
        if stakes.families_at is not None:
            counts[stakes.families_at] += len(touched)
        sign = 1 if stakes.problem.siblings_must_share else -1
        entries = dict.fromkeys([*members, n + j], 1)
        entries |= {self.family + f: sign for f in touched}
        if j in self._unit_of and hours:
            entries[self.unit + self._unit_of[j]] = hours
        return self._column(LOAD, j, tuple(members), counts, entries, np.inf)

    def _one(self, tier: int | None) -> IntArray:
        counts = np.zeros(self.stakes.tiers, np.int64)
        if tier is not None:
            counts[tier] = 1
        return counts

    def _column(
        self,
        kind: int,
        of: int,
        cases: tuple[int, ...],
        counts: IntArray,
        entries: dict[int, int],
        upper: float,
    ) -> Column:
        held = {self.tier + t: int(c) for t, c in enumerate(counts.tolist()) if c}
        return Column(kind, of, cases, tuple(counts.tolist()), entries | held, upper)
