"""How far the climb has come, told while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matcher.optimizer.goals.goal import Goal


@dataclass(frozen=True)
class UnderWay:
    """A goal that is being solved: told when it is taken on, and when it is left."""

    goal: Goal
    value: int
    """What the best plan so far reaches of it."""
    bound: int | None
    """No plan can reach less, as far as is known now; ``None`` where nothing is."""


Notice = Callable[[UnderWay], None]
