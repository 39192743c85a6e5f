"""Consequence (konsekvens): what forcing one pair does to the whole round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.domain.plan import Says
from matcher.optimizer.check import breaches
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequences.anew import proven, solved_with
from matcher.optimizer.consequences.chains import Chains
from matcher.optimizer.consequences.climb import Climb
from matcher.optimizer.consequences.exactly import plan_with
from matcher.optimizer.consequences.residual import Residual
from matcher.optimizer.consequences.stakes import Stakes
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.repair import Mender
from matcher.optimizer.under_way import Notice

Loss = tuple[int, ...]
_MANY = 2_000
"""Up to so many pairs are mended before any is asked about: each plan serves several. In a larger
round, one that is asked about exactly is solved by itself."""


@dataclass(frozen=True)
class Effect:
    """The round where one pair is forced: what each goal loses, and the plan that shows it.

    ``loss`` is in the goals' own whole numbers, in their order (the draw left out). The first
    ``proven`` of them are no more and no less; all of them where it ``says`` *exact*.
    """

    loss: Loss
    plan: IntArray
    says: Says
    proven: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether the loss is proven, no more and no less."""
        return self.says is Says.EXACT


class Consequences:
    """Asks a solved round what forcing a pair would do to it."""

    def __init__(self, problem: Problem, solved: Solved, limits: Limits) -> None:
        self.problem = problem
        self.solved = solved
        self.limits = limits
        self.tiers = tuple(tier for tier in solved.tiers if tier.goal.id != "draw")
        self.is_proven = all(tier.is_optimal for tier in self.tiers)

    def anew(self) -> Consequences:
        """The same round, with nothing asked of it yet."""
        return Consequences(self.problem, self.solved, self.limits)

    def at_most(self, case: int, coordinator: int) -> Effect | None:
        """From a plan at hand; the true loss is no larger. ``None``: none found."""
        if self.solved.plan[case] == coordinator:
            return self._unchanged
        if self._residual is not None:
            return self._by_chain(self._residual, case, coordinator)
        plan = self._plan_with(case, coordinator)
        return None if plan is None else self._effect(plan, Says.AT_MOST)

    def closely(self, case: int, coordinator: int, known: Effect | None = None) -> Effect | None:
        """As `at_most`, with more ways tried; never worse than what is ``known``."""
        if known is not None and known.is_exact:
            return known
        if self._residual is not None or self._chains is None:
            return known or self.at_most(case, coordinator)
        plan = self._chains.with_pair(case, coordinator, closely=True)
        found = None if plan is None else self._effect(plan, Says.AT_MOST)
        either = [effect for effect in (known, found) if effect is not None]
        return min(either, key=lambda effect: effect.loss, default=None)

    def exact(
        self,
        case: int,
        coordinator: int,
        known: Effect | None = None,
        notice: Notice = lambda under_way: None,
    ) -> Effect | None:
        """The least the round can lose with the pair, where it could be proven; else at most.

        ``known`` is an effect that is at hand already. ``None``: locks leave no plan with the
        pair. ``notice`` hears of each goal where the round is large, and this takes a while.
        """
        if known is not None and known.is_exact:
            return known
        if self.solved.plan[case] == coordinator or self._residual is not None:
            return self.at_most(case, coordinator)
        if self.is_large or self._climb is None:
            return self._solved_anew((case, coordinator), known, notice)
        if known is not None:
            self._climb.consider(known.plan)
        answer = self._climb.forced((case, coordinator))
        if answer is None:
            return None
        return self._as_proven(answer.plan, self._proven if answer.is_proven else 0)

    @property
    def work(self) -> int:
        """How much has been done so far to prove things, counted; not time."""
        begun: Climb | None = self.__dict__.get("_climb")  # asking mustn't begin it
        return 0 if begun is None else begun.work

    def alone(self, case: int, coordinator: int) -> Loss | None:
        """What the round loses where nobody else moves; ``None`` where that doesn't fit."""
        problem, plan = self.problem, self.solved.plan
        if plan[case] == coordinator:
            return self._nothing
        if not problem.allowed[case, coordinator]:
            return None
        if problem.workload[case, coordinator] > self._free[coordinator]:
            return None
        changed = plan.copy()
        changed[case] = coordinator
        return None if breaches(problem, changed) else self._loss(changed)

    def of_all_pairs(self) -> IntArray | None:
        """Where hours are equal: the loss of every pair at once (tiers × n × m); else ``None``."""
        return None if self._residual is None else self._residual.losses

    @property
    def _nothing(self) -> Loss:
        return tuple(0 for _ in self.tiers)

    @property
    def _unchanged(self) -> Effect:
        says = Says.EXACT if self.is_proven or self._residual is not None else Says.AT_MOST
        return self._said(self._nothing, self.solved.plan, says)

    @cached_property
    def _mender(self) -> Mender:
        return Mender(self.problem, self.solved)

    @cached_property
    def _stakes(self) -> Stakes | None:
        return Stakes.of(self.problem, tuple(tier.goal for tier in self.tiers))

    @cached_property
    def _residual(self) -> Residual | None:
        return None if self._stakes is None else Residual.of(self._stakes, self.solved.plan)

    @cached_property
    def _chains(self) -> Chains | None:
        return None if self._stakes is None else Chains.of(self._stakes, self.solved.plan)

    @cached_property
    def _climb(self) -> Climb | None:
        if self._stakes is None:
            return None
        bounds = tuple(tier.bound for tier in self.tiers)
        climb = Climb(self._stakes, self.solved.plan, bounds, self.limits)
        pairs = np.argwhere(self.problem.allowed).tolist()
        for case, coordinator in () if self.is_large else pairs:
            plan = self._plan_with(case, coordinator)
            if plan is not None:
                climb.consider(plan)
        return climb

    def _plan_with(self, case: int, coordinator: int) -> IntArray | None:
        """By a chain of moves; where none is found, mended in another way."""
        found = None if self._chains is None else self._chains.with_pair(case, coordinator)
        return self._mended(case, coordinator) if found is None else found

    def _mended(self, case: int, coordinator: int) -> IntArray | None:
        plan = self._mender.forced(case, coordinator)
        keeps_locks = plan is not None and all(plan[i] == j for i, j in self.problem.locks)
        return plan if keeps_locks else None

    def _solved_anew(
        self, pair: tuple[int, int], known: Effect | None, notice: Notice
    ) -> Effect | None:
        known = known or self.at_most(*pair) or self._at_hand(pair)
        if known is None:
            return None
        again = solved_with(self.problem, self.tiers, pair, known.plan, self.limits, notice)
        found = self._as_proven(again.plan, proven(self.tiers, again.tiers))
        return found if found.is_exact or found.loss <= known.loss else known

    def _at_hand(self, pair: tuple[int, int]) -> Effect | None:
        """From any plan with the pair, good or not; ``None`` where locks leave none."""
        plan = None
        if self._stakes is not None and self._stakes.open[pair]:
            plan = plan_with(self._stakes, pair, self.limits)
        return None if plan is None else self._effect(plan, Says.AT_MOST)

    @property
    def is_large(self) -> bool:
        """Whether an exact answer takes a while: each pair is then solved by itself."""
        return bool(self.problem.allowed.sum() > _MANY)

    @cached_property
    def _free(self) -> IntArray:
        return self.problem.left(self.solved.plan)

    def _by_chain(self, residual: Residual, case: int, coordinator: int) -> Effect | None:
        if not residual.has_plan(case, coordinator):
            return None
        loss = tuple(residual.losses[:, case, coordinator].tolist())
        return self._said(loss, residual.plan_with(case, coordinator), Says.EXACT)

    @cached_property
    def _proven(self) -> int:
        """So many of the round's own goals, from the first on, are proven."""
        return proven(self.tiers, self.tiers)

    def _as_proven(self, plan: IntArray, goals: int) -> Effect:
        """What a plan loses, where so many goals of it are proven; exact where all are."""
        says = Says.EXACT if goals == len(self.tiers) else Says.AT_MOST
        return replace(self._effect(plan, says), proven=goals)

    def _effect(self, plan: IntArray, says: Says) -> Effect:
        return self._said(self._loss(plan), plan, says)

    def _said(self, loss: Loss, plan: IntArray, says: Says) -> Effect:
        return Effect(loss, plan, says, len(loss) if says is Says.EXACT else 0)

    def _loss(self, plan: IntArray) -> Loss:
        """Tier by tier. Where the round isn't proven, a better plan loses nothing, and no less."""
        loss = tuple(tier.goal.measure(self.problem, plan) - tier.value for tier in self.tiers)
        return max(loss, self._nothing)
