"""What shows, without a solver, that no plan can be better: prices for each goal of a round."""

from __future__ import annotations

from matcher.domain.frozen import Frozen

PRICES_PER_UNIT = 1000
"""Prices are whole numbers: thousandths of the unit that the goal is counted in."""


class GoalPrices(Frozen):
    """The prices of one goal: one a case in order of id, one a requirement in order of posting."""

    goal: str
    cases: tuple[int, ...]
    rows: tuple[int, ...]


class Certificate(Frozen):
    """The prices of the goals that need them; a goal without can't be below nothing."""

    prices: tuple[GoalPrices, ...] = ()

    def of(self, goal: str) -> GoalPrices | None:
        """The prices of a goal; ``None`` where it needs none."""
        return next((one for one in self.prices if one.goal == goal), None)
