"""What is at stake: how every choice counts in every tier.

The tiers' measures, taken apart so that the cases of one coordinator (a *load*) can be judged
by themselves: a part for each pair and each unplaced case, and two parts that a load has as a
whole, the hours above its even share and the families it touches.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray
from matcher.optimizer.requirements import REQUIREMENTS

FAMILIES, HOURS = "siblings_together", "even_load"
"""The goals that count a coordinator's cases as a whole."""


@dataclass(frozen=True)
class Stakes:
    """A round with n cases, m coordinators and T tiers, in the goals' own whole numbers.

    ``pair`` (T × n × m) and ``unplaced`` (T × n) are what a choice counts by itself.
    ``families_at`` and ``hours_at`` name the tier that counts a family's coordinators, and hours
    above the even share, if any.
    """

    problem: Problem
    goals: tuple[Goal, ...]
    pair: IntArray
    unplaced: IntArray
    open: BoolArray
    may_stay_unplaced: BoolArray
    families_at: int | None
    hours_at: int | None

    @classmethod
    def of(cls, problem: Problem, goals: tuple[Goal, ...]) -> Stakes | None:
        """``None`` where a goal can't be taken apart like this, or hours depend on who has whom."""
        if (problem.workload != problem.workload[:, :1]).any() or not problem.workload.size:
            return None
        model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
        for requirement in REQUIREMENTS:
            requirement.post(model)
        posted = [goal.post(model.copy()) for goal in goals]
        ids = [goal.id for goal in goals]
        whole = {goal for goal, e in zip(ids, posted, strict=True) if e.extra.any()}
        if not whole <= {FAMILIES, HOURS}:
            return None
        return cls(
            problem=problem,
            goals=goals,
            pair=np.array([e.pair for e in posted]).reshape(len(goals), *problem.shape),
            unplaced=np.array([e.unplaced for e in posted]).reshape(len(goals), -1),
            open=model.open & (problem.workload <= problem.capacity),
            may_stay_unplaced=model.may_stay_unplaced,
            families_at=ids.index(FAMILIES) if FAMILIES in whole else None,
            hours_at=ids.index(HOURS) if HOURS in whole else None,
        )

    @property
    def tiers(self) -> int:
        """T."""
        return len(self.goals)

    @cached_property
    def hours(self) -> IntArray:
        """Each case's hours (n, hundredths), the same with anybody."""
        return self.problem.workload[:, 0]

    @cached_property
    def families(self) -> tuple[tuple[int, ...], ...]:
        """The families that a tier or a requirement looks at."""
        counts = self.problem.siblings_must_share or self.families_at is not None
        return self.problem.families if counts else ()

    @cached_property
    def units(self) -> tuple[IntArray, ...]:
        """The coordinators of each unit, where a tier counts hours above the even share."""
        if self.hours_at is None:
            return ()
        unit_of = self.problem.unit_of
        known = sorted(set(unit_of.tolist()) - {UNPLACED})
        return tuple(np.flatnonzero(unit_of == unit) for unit in known)

    def values(self, plan: IntArray) -> tuple[int, ...]:
        """What a plan comes to in each tier."""
        return tuple(goal.measure(self.problem, plan) for goal in self.goals)
