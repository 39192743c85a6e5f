"""A round as the optimizer sees it: whole numbers by case and coordinator, in order of id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.domain.vocabulary import Role
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray

HUNDREDTHS = 100
"""Hours are counted in hundredths, so that sums are exact."""


@dataclass(frozen=True)
class SharedHours:
    """Hours that may be used above the agreed ones, by whom it is best: so many together."""

    agreed: IntArray
    """Hundredths of an hour a month that each coordinator (m) has without them."""
    hours: int
    """Hundredths of an hour a month."""


@dataclass(frozen=True)
class Problem:
    """What every plan must respect and what a better plan has more of, as bare numbers.

    n cases × m coordinators. ``allowed`` is what the rules (and KE's bans) leave; ``fit`` is
    whole points 0–100; ``workload`` and ``capacity`` are hundredths of an hour a month.
    ``current[i]`` is the coordinator a case has, or ``UNPLACED``; ``settled[i]`` says that it
    may continue and that nobody has asked for a change.
    """

    case_ids: tuple[str, ...]
    coordinator_ids: tuple[str, ...]
    roles: tuple[Role, ...]
    allowed: BoolArray
    fit: IntArray
    workload: IntArray
    capacity: IntArray
    current: IntArray
    settled: BoolArray
    waiting_months: IntArray
    """Months since the case was received, with those an early-found need counts as."""
    unit_of: IntArray
    """The unit of each coordinator, numbered; ``UNPLACED`` where not known."""
    families: tuple[tuple[int, ...], ...] = ()
    siblings_must_share: bool = False
    locks: tuple[tuple[int, int], ...] = ()
    poor_levels: tuple[int, ...] = ()
    move_costs_points: int = 0
    seed: int = 0
    shared_hours: SharedHours | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Number of cases, number of coordinators."""
        n, m = self.allowed.shape
        return n, m

    @cached_property
    def has_claim(self) -> BoolArray:
        """Whether the law gives the case a coordinator (hol. §§ 7-2, 7-2 a)."""
        claims = (Role.BARNEKOORDINATOR, Role.KOORDINATOR)
        return np.array([role in claims for role in self.roles], np.bool_)

    @cached_property
    def even_share(self) -> IntArray:
        """Hours (hundredths) each coordinator would carry if all carried alike; m.

        The same part of everyone's hours: all the work of the round against all the hours,
        rounded up to the steps that workloads come in, since nobody carries less than a step.
        """
        step = max(1, int(np.gcd.reduce(self.workload, axis=None)))
        hours = int(self.capacity.sum())
        work = min(int(self.workload.min(axis=1, initial=2**62).sum()) if hours else 0, hours)
        share = self.capacity * work // max(hours, 1)
        return -(-share // step) * step

    def with_lock(self, case: int, coordinator: int) -> Problem:
        """The same round where one case must have one coordinator."""
        others = tuple(lock for lock in self.locks if lock[0] != case)
        return replace(self, locks=(*others, (case, coordinator)))

    def left(self, plan: IntArray) -> IntArray:
        """What each coordinator has left with a plan (m, hundredths of an hour)."""
        left = self.capacity.copy()
        placed = np.flatnonzero(plan != UNPLACED)
        np.subtract.at(left, plan[placed], self.workload[placed, plan[placed]])
        return left

    def starting_plan(
        self, groups: tuple[tuple[int, ...], ...], begun: IntArray | None = None
    ) -> IntArray:
        """Locks, then everyone who may keep the coordinator they have, then the rest by fit.

        A plan to begin from, good where hours are plenty; or one already ``begun``, filled up.
        ``groups`` are cases that share a coordinator; a group keeps one only where all do. The
        heaviest of the rest go first.
        """
        if begun is not None:
            return self._filled_up(groups, begun)
        plan = np.full(self.shape[0], UNPLACED, np.int64)
        free = self.capacity.copy()
        locked = dict(self.locks)
        rest = [group for group in groups if not set(group) & set(locked)]
        for group in groups:
            if set(group) & set(locked):
                self._place(group, {locked[i] for i in group if i in locked}, plan, free)
        for group in rest:
            self._place(group, {int(self.current[i]) for i in group} - {UNPLACED}, plan, free)
        return self._filled_up(rest, plan)

    def _filled_up(self, groups: Iterable[tuple[int, ...]], begun: IntArray) -> IntArray:
        """The plan with those who still have nobody placed where there is room."""
        plan, free = begun.copy(), self.capacity.copy()
        placed = np.flatnonzero(plan != UNPLACED)
        np.subtract.at(free, plan[placed], self.workload[placed, plan[placed]])
        alone = [group for group in groups if (plan[list(group)] == UNPLACED).all()]
        for group in sorted(alone, key=lambda g: -int(self.workload[list(g)].max(initial=0))):
            self._place(group, set(range(self.shape[1])), plan, free)
        return plan

    def _place(
        self, group: tuple[int, ...], wanted: set[int], plan: IntArray, free: IntArray
    ) -> None:
        """Give a group the wanted coordinator who fits it best of those who have the hours."""
        members = list(group)
        hours = self.workload[members].sum(axis=0)
        may = self.allowed[members].all(axis=0) & (hours <= free) & self._may_share(hours, free)
        may &= np.isin(np.arange(len(free)), sorted(wanted))
        if self.siblings_must_share:
            theirs = {int(plan[k]) for f in self.families if set(f) & set(group) for k in f}
            if theirs - {UNPLACED}:
                may &= np.isin(np.arange(len(free)), sorted(theirs))
        if may.any():
            j = int(np.where(may, self.fit[members].sum(axis=0), -1).argmax())
            plan[members] = j
            free[j] -= hours[j]

    def _may_share(self, hours: IntArray, free: IntArray) -> BoolArray:
        """Whom the hours (m) could be given to, when ``free`` is left, by those to be shared."""
        if self.shared_hours is None:
            return np.ones(len(free), np.bool_)
        above = self.capacity - free - self.shared_hours.agreed
        more = np.maximum(above + hours, 0) - np.maximum(above, 0)
        used = int(np.maximum(above, 0).sum())
        enough: BoolArray = used + more <= self.shared_hours.hours
        return enough
