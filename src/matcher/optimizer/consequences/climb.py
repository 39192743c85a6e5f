"""What a forced pair does to the round, proven tier by tier.

For each tier in turn, the tiers above held: prices bound every plan that has the pair, and plans
are looked for that meet the bound. A bound is first taken at its word; where a plan in the end
meets them all, all are proven at once. Where none does, the first tier in doubt is solved exactly
among the choices that the bounds leave.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.check import breaches
from matcher.optimizer.consequences.exactly import plan_with, settle
from matcher.optimizer.consequences.listed import Found, loads_within, put_together
from matcher.optimizer.consequences.master import Master
from matcher.optimizer.consequences.packing import Shelf
from matcher.optimizer.consequences.pool import Pair, Plans, Proofs, Values
from matcher.optimizer.consequences.prices import Bargain
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.program import BoolArray, IntArray, Limits

_ROUNDS = 60
"""So many times the loads of one tier and pair may grow."""
_CLOSE = 1e-6
_LOADS = 250
"""So many loads CP-SAT puts together sooner than it would settle the pairs one by one."""
_WORK = 5.0
_JOINING, _SETTLING = 5, 15
"""What a search among loads, or among pairs, takes: about so many linear programs."""
_MOST_WORK = 1_000
"""A pair that takes more stays unproven."""
_PAIRS = 200
"""So many pairs are settled at once without narrowing down first."""


@dataclass(frozen=True)
class Answer:
    """The best plan known with the pair, and whether it is proven that none is better."""

    values: Values
    plan: IntArray
    is_proven: bool


class Climb:
    """Asks about one pair after another, and remembers what each teaches."""

    def __init__(self, stakes: Stakes, plan: IntArray, bounds: Values, limits: Limits) -> None:
        self.stakes, self.limits = stakes, limits
        self._round = stakes.values(plan)
        self._bounds = bounds
        self.plans = Plans(stakes, plan)
        self.proofs = [Proofs(stakes) for _ in range(stakes.tiers)]
        self._shelf = Shelf.of(stakes)
        self._master = Master(stakes)
        self._asked: dict[int, Bargain] = {}
        self.work, self._until = 0, _MOST_WORK
        """Counted work so far: linear programs solved, and searches by what they weigh."""
        self.consider(plan)

    def consider(self, plan: IntArray) -> None:
        """A plan that keeps every requirement; its loads are worth knowing too."""
        if self.plans.add(plan):
            self._master.learn(plan)

    def forced(self, pair: Pair) -> Answer | None:
        """The best plan with the pair; ``None`` where there is none."""
        if not self.stakes.open[pair] or not self._has_plan(pair):
            return None
        self._master.forget()
        self._master.learn(self._best(pair)[1])
        proven: Values = ()
        self._asked, self._until = {}, self.work + _MOST_WORK
        while True:
            hoped = self._hope(pair, proven)
            best = self._best(pair)
            if hoped is None or best[0] <= hoped:
                return Answer(*best, is_proven=best[0] == hoped)
            settled = self._settle(pair, hoped)
            if settled is None:
                return Answer(*self._best(pair), is_proven=False)
            doubt, value = settled
            proven = (*hoped[:doubt], value)

    def _best(self, pair: Pair) -> tuple[Values, IntArray]:
        best = self.plans.of(pair)
        assert best is not None
        return best

    def _has_plan(self, pair: Pair) -> bool:
        if self.plans.of(pair) is None:
            found = plan_with(self.stakes, pair, self.limits)
            if found is None:
                return False
            self.consider(found)
        return True

    def _hope(self, pair: Pair, proven: Values) -> Values | None:
        """Bounds tier by tier, each as if the ones above were met; ``None``: the solver failed."""
        hoped = np.zeros(self.stakes.tiers, np.int64)
        hoped[: len(proven)] = proven
        for t in range(len(proven), self.stakes.tiers):
            bound = self._at_least(pair, t, hoped)
            if bound is None:
                return None
            hoped[t] = bound
        return tuple(hoped.tolist())

    def _at_least(self, pair: Pair, tier: int, hoped: IntArray) -> int | None:
        known = self.proofs[tier].at_least(pair, hoped)
        if (hoped[:tier] == self._round[:tier]).all():
            known = max(known, self._bounds[tier])
        if self._meets(pair, tier, hoped, known):
            return known
        bargain = self._bargain(pair, tier, hoped)
        if bargain is None:
            return None
        self._asked[tier] = bargain
        return max(bargain.at_least(hoped), known)

    def _meets(self, pair: Pair, tier: int, hoped: IntArray, bound: int) -> bool:
        """Whether a plan is known that meets this bound and all above."""
        values = self._best(pair)[0]
        return values[: tier + 1] == (*hoped[:tier].tolist(), bound)

    def _bargain(self, pair: Pair, tier: int, hoped: IntArray) -> Bargain | None:
        """Prices for the pair, from a mix of loads that can't be bettered or needn't be."""
        self._master.ask(tier, hoped, pair)
        best: Bargain | None = None
        for _ in range(_ROUNDS):
            if self.work >= self._until:
                return None
            self.work += 1
            mix = self._master.mix()
            if mix is None:
                return None
            if mix.plan is not None:
                self._consider_if_kept(mix.plan)
            bargain = Bargain(self.stakes, self._shelf, mix.prices, pair)
            if best is None or bargain.at_least(hoped) >= best.at_least(hoped):
                best = bargain
            bound = best.at_least(hoped)
            if bound > mix.cost - _CLOSE or self._meets(pair, tier, hoped, bound):
                break
            if not self._master.learn_loads(_by_coordinator(bargain.packing.loads())):
                break
        if best is not None:
            self.proofs[tier].add(best.proof_for_all())
        return best

    def _consider_if_kept(self, plan: IntArray) -> None:
        if not breaches(self.stakes.problem, plan):
            self.consider(plan)

    def _settle(self, pair: Pair, hoped: Values) -> tuple[int, int] | None:
        """The first tier in doubt, and its true value; the tiers above are as hoped.

        ``None`` where the work allowed didn't reach.
        """
        values = self._best(pair)[0]
        doubt = next(t for t, value in enumerate(hoped) if value != values[t])
        most, least = np.array(hoped), hoped[doubt]
        while least < (known := self._best(pair)[0][doubt]):
            kept = self._window(pair, doubt, most, least, known - 1)
            found = self._meet(pair, doubt, most, kept)
            if found is None:
                return None
            if found:
                break
            least = int(most[doubt]) + 1
        return doubt, self._best(pair)[0][doubt]

    def _window(self, pair: Pair, tier: int, most: IntArray, least: int, highest: int) -> BoolArray:
        """How far above ``least`` to look at once, set in ``most``; and the pairs for that."""
        most[tier] = highest
        kept = self._kept(pair, tier, most)
        while most[tier] > least and kept.sum() > _PAIRS:
            most[tier] = least + (most[tier] - least) // 4
            kept = self._kept(pair, tier, most)
        return kept

    def _meet(self, pair: Pair, tier: int, most: IntArray, kept: BoolArray) -> bool | None:
        """Whether there are plans within ``most`` up to a tier; the best goes to the pool.

        ``None`` where the work allowed didn't reach to know.
        """
        found = self._by_loads(pair, tier, most, kept)
        if found is None or not found.is_settled:
            self.work += _SETTLING
            found = settle(self.stakes, pair, tier, most, kept, _WORK)
        if found.plan is not None:
            self._consider_if_kept(found.plan)
        if not found.is_settled:
            return None
        return self._best(pair)[0][: tier + 1] <= tuple(most[: tier + 1].tolist())

    def _by_loads(self, pair: Pair, tier: int, most: IntArray, kept: BoolArray) -> Found | None:
        """The same by loads, where they are few."""
        bargains = {t: bargain for t, bargain in self._asked.items() if t <= tier}
        if tier not in bargains:
            return None
        loads = loads_within(bargains, tier, most, kept)
        if loads is None or len(loads) > _LOADS:
            return None
        self.work += _JOINING
        return put_together(self._master.rows, loads, pair, tier, most, _WORK)

    def _kept(self, pair: Pair, tier: int, most: IntArray) -> BoolArray:
        """The pairs that a plan can have that is within ``most`` up to a tier."""
        kept = self.stakes.open.copy()
        for t in range(tier + 1):
            kept &= self.proofs[t].all_at_least(most) <= most[t]
            if t in self._asked:
                kept &= self._asked[t].proof().at(most) <= most[t]
        return kept


def _by_coordinator(taken: BoolArray) -> dict[int, tuple[int, ...]]:
    """The cases of each coordinator, from n × m."""
    return {j: tuple(np.flatnonzero(taken[:, j]).tolist()) for j in range(taken.shape[1])}
