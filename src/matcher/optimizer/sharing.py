"""Where hours are short: two coordinators at a time share out what they have anew.

Filling everybody's hours to the brim is what general solvers find hard, and what a look at every
way to share a handful of cases between two coordinators soon does: what they have left over is
gathered with one of them, until somebody who was left out fits in (as in local searches for bin
packing). With some *heat*, a way that is a little dearer may be taken, so that the search doesn't
stop at the first plan that no two alone can better (simulated annealing). The outcome is a plan
to begin from, and nothing more: what it is worth is for the tiers to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.optimizer.core.linear import FloatArray
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.program import UNPLACED, BoolArray, Expression, IntArray
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.siblings import groups_of

_AT_ONCE = 9
"""So many cases are shared anew at a time: 19,683 ways."""
_FOR_NEWCOMERS = 3
_ROUNDS, _MOVES = 100, 5_000
"""Placing ends after so many rounds of everybody, or so many pairs, without anybody placed."""
_COOLING = 800
"""So many rounds from the first heat to the last."""
_FIRST_HEAT, _LAST_HEAT = 300.0, 5.0
FEW_PAIRS = 100
"""So few are settled sooner than they are cooled."""
_NEVER = 1e15
_HELD = 10**12
"""What nothing is worth: to part siblings who must share, or whose tier is settled."""


def packed(
    model: Model,
    goals: Iterable[Goal],
    plan: IntArray,
    seed: int,
    *,
    spare: BoolArray | None = None,
    patience: int = 1,
) -> IntArray:
    """The plan with fewer left out, as the ``goals`` count them, and then fewer siblings parted.

    ``spare`` are groups that wait until the others have somebody: whom a good plan leaves out.
    With more ``patience`` it takes so many times as long till it gives up.
    """
    begun = _to_begin_from(model, plan)
    price = Expression(0 * model.workload, _prices(model, goals), np.zeros(0, np.int64))
    if begun is None or not _left_out(model, begun, price.unplaced).size:
        return plan
    parting = _HELD if model.problem.siblings_must_share else 1
    if spare is not None:
        begun[spare] = UNPLACED
        begun = _Search(model, price, parting, begun, seed, fixed=spare).placing_more(patience)
    found = model.plan_of(_Search(model, price, parting, begun, seed).placing_more(patience))
    return found if _is_kept(model, found) else plan


def cooled(model: Model, cost: Expression, plan: IntArray, seed: int) -> IntArray:
    """A plan that costs less, leaves out nobody else and parts no more siblings."""
    begun = _to_begin_from(model, plan)
    if begun is None:
        return plan
    found = model.plan_of(_Search(model, cost, _HELD, begun, seed).cooling())
    return found if _is_kept(model, found) else plan


def _is_kept(model: Model, plan: IntArray) -> bool:
    """Whether a plan keeps what the search doesn't look at, such as hours to be shared."""
    return not any(requirement.breaches(model.problem, plan) for requirement in REQUIREMENTS)


def _to_begin_from(model: Model, plan: IntArray) -> IntArray | None:
    """The plan by group; ``None`` where hours are shared by several, which isn't searched here."""
    return model.start_of(plan) if model.problem.shared_hours is None else None


def _prices(model: Model, goals: Iterable[Goal]) -> IntArray:
    """What it costs to leave each group out, an upper goal above all that one sharing can weigh."""
    price = np.zeros(len(model.groups), np.int64)
    for goal in reversed(tuple(goals)):
        below = (int(price.max(initial=0)) + 1) * _AT_ONCE + 1
        price += goal.post(model.copy()).unplaced * below
    return price


def _left_out(model: Model, plan: IntArray, price: IntArray) -> IntArray:
    """The groups without anybody that it would better a goal to place, and somebody may have."""
    return np.flatnonzero((plan == UNPLACED) & (price > 0) & model.open.any(axis=1))


class _Search:
    """Everybody's hours, who has which group, and what that costs."""

    def __init__(
        self,
        model: Model,
        cost: Expression,
        parting: int,
        plan: IntArray,
        seed: int,
        fixed: BoolArray | None = None,
    ) -> None:
        self.model, self.cost, self.parting, self.plan = model, cost, parting, plan.copy()
        self.random = np.random.default_rng(seed)
        self.free = np.minimum(model.capacity, model.workload.sum(axis=0))
        placed = np.flatnonzero(plan != UNPLACED)
        np.subtract.at(self.free, plan[placed], model.workload[placed, plan[placed]])
        choices = model.open.sum(axis=1) + model.may_stay_unplaced
        self.movable: BoolArray = choices > 1
        if fixed is not None:
            self.movable &= ~fixed
        self.families = [
            parts for f in model.problem.families if len(parts := groups_of(model, f)) > 1
        ]
        self.family_of = np.full(len(model.groups), -1, np.int64)
        for number, parts in enumerate(self.families):
            self.family_of[parts] = number
        self.heat = 0.0

    def placing_more(self, patience: int) -> IntArray:
        """Share out until nobody has been placed for long; the best plan there was."""
        best, least = self.plan.copy(), self._value()
        rounds = moves = 0
        most = patience * _ROUNDS, patience * _MOVES
        while self._newcomers().size and rounds < most[0] and moves < most[1]:
            pairs = self._round()
            rounds, moves = rounds + 1, moves + max(pairs, 1)
            if self._value() < least:
                best, least = self.plan.copy(), self._value()
                rounds = moves = 0
        return best

    def cooling(self) -> IntArray:
        """Share out while the heat goes down; the best plan there was."""
        best, least = self.plan.copy(), self._value()
        for self.heat in np.geomspace(_FIRST_HEAT, _LAST_HEAT, _COOLING).tolist():
            self._round()
            if self._value() < least:
                best, least = self.plan.copy(), self._value()
        return best

    def _value(self) -> int:
        placed = np.flatnonzero(self.plan != UNPLACED)
        pairs = int(self.cost.pair[placed, self.plan[placed]].sum())
        parted = (len(set(self.plan[parts].tolist()) - {UNPLACED}) for parts in self.families)
        beyond = sum(max(0, several - 1) for several in parted)
        nobody = int(self.cost.unplaced[self.plan == UNPLACED].sum())
        return pairs + nobody + self.parting * beyond

    def _newcomers(self) -> IntArray:
        out = _left_out(self.model, self.plan, self.cost.unplaced)
        return out[self.movable[out]]

    def _round(self) -> int:
        """Everybody once, two and two; how many pairs."""
        somebody = np.flatnonzero((self.model.open & self.movable[:, None]).any(axis=0))
        order = self.random.permutation(somebody).tolist()
        pairs = list(zip(order[::2], order[1::2], strict=False))
        for one, other in pairs:
            self._share_anew(one, other)
        return len(pairs)

    def _share_anew(self, one: int, other: int) -> None:
        """Find the cheapest way to share a handful of cases."""
        handful = self._handful(one, other)
        if not len(handful):
            return
        held, hours = self.plan[handful], self.model.workload[handful]
        first, second, nobody = _ways(len(handful))
        left_first = self.free[one] + hours[held == one, one].sum() - first @ hours[:, one]
        left_second = (
            self.free[other] + hours[held == other, other].sum() - second @ hours[:, other]
        )
        cost = first @ self._pairs(handful, one) + second @ self._pairs(handful, other)
        cost += nobody @ self._nobody(handful)
        for number in set(self.family_of[handful].tolist()) - {-1}:
            cost += self.parting * self._beyond_first(
                number, handful, (one, first), (other, second)
            )
        cost[(left_first < 0) | (left_second < 0)] = _NEVER
        possible = np.flatnonzero(cost < _NEVER)
        if not len(possible):
            return
        way = self._chosen(possible, cost[possible], left_first, left_second)
        self.plan[handful] = np.where(first[way] == 1, one, np.where(second[way], other, UNPLACED))
        self.free[one], self.free[other] = int(left_first[way]), int(left_second[way])

    def _beyond_first(
        self, family: int, handful: IntArray, *ways: tuple[int, FloatArray]
    ) -> FloatArray:
        """Coordinators beyond a family's first, in each way to share its cases of the handful."""
        inside = self.family_of[handful] == family
        elsewhere = np.setdiff1d(self.families[family], handful)
        outside = set(self.plan[elsewhere].tolist()) - {UNPLACED}
        count = np.full(len(ways[0][1]), float(len(outside - {j for j, _ in ways})))
        for j, way in ways:
            count += way[:, inside].any(axis=1) | (j in outside)
        beyond: FloatArray = np.maximum(count - 1, 0)
        return beyond

    def _chosen(
        self, possible: IntArray, cost: FloatArray, first: FloatArray, second: FloatArray
    ) -> int:
        """The cheapest; among equals, the one that gathers what is left. With heat, by chance."""
        if self.heat:
            noise = self.random.exponential(self.heat, len(possible))
            return int(possible[(cost + noise).argmin()])
        cheapest = possible[cost == cost.min()]
        gathered = first[cheapest] ** 2 + second[cheapest] ** 2
        return int(self.random.choice(cheapest[gathered == gathered.max()]))

    def _handful(self, one: int, other: int) -> IntArray:
        """Some of those whom the two have, and some of those who are left out."""
        out = self._newcomers()
        out = out[self.model.open[out, one] | self.model.open[out, other]]
        theirs = np.flatnonzero(((self.plan == one) | (self.plan == other)) & self.movable)
        theirs = self._some(theirs, _AT_ONCE - min(len(out), _FOR_NEWCOMERS))
        return np.concatenate([theirs, self._some(out, _AT_ONCE - len(theirs))])

    def _some(self, groups: IntArray, most: int) -> IntArray:
        if len(groups) <= most:
            return groups
        some: IntArray = self.random.choice(groups, most, replace=False)
        return some

    def _pairs(self, handful: IntArray, coordinator: int) -> FloatArray:
        cost = self.cost.pair[handful, coordinator]
        return np.where(self.model.open[handful, coordinator], cost, _NEVER)

    def _nobody(self, handful: IntArray) -> FloatArray:
        may = self.model.may_stay_unplaced[handful] & (self.heat == 0)
        may |= self.plan[handful] == UNPLACED
        return np.where(may, self.cost.unplaced[handful], _NEVER)


@cache
def _ways(count: int) -> tuple[NDArray[np.float64], ...]:
    """Every way to give so many cases to one, to the other, or to nobody: three tables of 0/1."""
    number = np.arange(3**count)[:, None] // 3 ** np.arange(count) % 3
    return tuple((number == who).astype(np.float64) for who in range(3))
