"""What a goal is: something a better plan has less of."""

from collections.abc import Callable
from dataclasses import dataclass

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Expression, IntArray


def _nothing(model: Model) -> int:
    """What is known of a goal at a glance where nothing is."""
    return 0


@dataclass(frozen=True)
class Goal:
    """One tier. ``post`` gives the model its measure; ``measure`` reads it off a finished plan.

    Both count in whole numbers of which less is better; ``scale`` of them make one ``unit``.
    They share no code, so that each keeps the other honest. ``floor`` is what no plan of the model
    goes below, where that can be seen without a solver.
    """

    id: str
    title: str
    unit: str
    post: Callable[[Model], Expression]
    measure: Callable[[Problem, IntArray], int]
    scale: int = 1
    floor: Callable[[Model], int] = _nothing
