"""A plan that was checked where it lies: what holds, and what its certificate shows."""

from __future__ import annotations

from matcher.domain.frozen import Frozen


class VerifiedGoal(Frozen):
    """A goal as the plan reaches it, and what no plan can be below; in the goal's own unit."""

    title: str
    unit: str
    value: float
    shown: float
    """By the certificate's prices alone, the goals above held at what the plan reaches."""
    searched: float
    """What the search said; it may have gone through what the prices leave open."""

    @property
    def is_shown(self) -> bool:
        """Whether the prices alone show that no plan is better."""
        return self.shown >= self.value


class Verification(Frozen):
    """Everything in the plan that isn't so, and how good its goals are shown to be."""

    faults: tuple[str, ...]
    goals: tuple[VerifiedGoal, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing in the plan is wrong."""
        return not self.faults
