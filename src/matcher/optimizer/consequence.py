"""Consequence (konsekvens): what forcing one pair does to the whole round."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.domain.plan import Says
from matcher.optimizer.check import breaches
from matcher.optimizer.fewest_changes import fewest_changes
from matcher.optimizer.goals import placing
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.repair import Mender
from matcher.optimizer.solve import Solved, climb_on, solve_round


@dataclass(frozen=True)
class Effect:
    """The round where one pair is forced: what each goal loses, and the plan that shows it.

    ``loss`` is in the goals' own whole numbers, in their order (the draw left out).
    """

    loss: tuple[int, ...]
    plan: IntArray
    says: Says

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

    @cached_property
    def _mender(self) -> Mender:
        return Mender(self.problem, self.solved)

    def at_most(self, case: int, coordinator: int) -> Effect | None:
        """From a plan mended around the pair; the true loss is no larger. ``None``: none found."""
        if self.solved.plan[case] == coordinator:
            return Effect(tuple(0 for _ in self.tiers), self.solved.plan, self._says_exact)
        plan = self._mender.forced(case, coordinator)
        return None if plan is None else self._effect(plan, Says.AT_MOST)

    def exact(self, case: int, coordinator: int, mended: Effect | None) -> Effect | None:
        """The round solved again with the pair forced. ``None``: locks leave no such plan."""
        if self.solved.plan[case] == coordinator:
            return Effect(tuple(0 for _ in self.tiers), self.solved.plan, self._says_exact)
        if mended is not None and self._is_as_good(case, coordinator, mended):
            return Effect(mended.loss, mended.plan, self._says_exact)
        forced = self._resolve(case, coordinator, mended)
        if breaches(self.problem.with_lock(case, coordinator), forced.plan):
            return None
        proven = self.is_proven and all(tier.is_optimal for tier in forced.tiers)
        return self._effect(forced.plan, Says.EXACT if proven else Says.AT_MOST)

    def _is_as_good(self, case: int, coordinator: int, mended: Effect) -> bool:
        return self._first_lossy_tier(case, coordinator, mended) == len(self.tiers)

    @property
    def _says_exact(self) -> Says:
        return Says.EXACT if self.is_proven else Says.AT_MOST

    def _effect(self, plan: IntArray, says: Says) -> Effect:
        loss = (tier.goal.measure(self.problem, plan) - tier.value for tier in self.tiers)
        return Effect(tuple(loss), plan, says)

    def _resolve(self, case: int, coordinator: int, mended: Effect | None) -> Solved:
        """Begin at the first tier that the forced pair may cost something.

        The tiers above lose nothing by the mended plan, and nothing can be better than the
        round itself; so they stay as they were solved.
        """
        problem = self.problem.with_lock(case, coordinator)
        last = fewest_changes(self.solved.plan)
        first = self._first_lossy_tier(case, coordinator, mended)
        if mended is None or first < len(placing(problem)):
            start = None if mended is None else mended.plan
            return solve_round(problem, self.limits, start=start, last=lambda _: (last,))
        model = self.tiers[first].before.copy()
        model.problem = problem
        group = model.group_of[case]
        model.open[group] &= np.arange(problem.shape[1]) == coordinator
        model.may_stay_unplaced[group] = False
        reached = Solved(mended.plan, self.solved.tiers[:first])
        goals = (*(tier.goal for tier in self.tiers[first:]), last)
        return climb_on(model, goals, reached, self.limits, lambda title: None)

    def _first_lossy_tier(self, case: int, coordinator: int, mended: Effect | None) -> int:
        if mended is None:
            return 0
        for t, (tier, loss) in enumerate(zip(self.tiers, mended.loss, strict=True)):
            model = tier.before
            fits = model.start_of(mended.plan) is not None
            if loss or not fits or not self._open_after(t, model.group_of[case], coordinator):
                return t
        return len(self.tiers)

    def _open_after(self, t: int, group: int, coordinator: int) -> bool:
        """Whether the pair still is open when the tier is held."""
        after = self.solved.tiers[t + 1 :]
        return not after or bool(after[0].before.open[group, coordinator])
