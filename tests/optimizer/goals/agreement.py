"""Each goal is said twice: what the model counts is what is read off the plan."""

from collections.abc import Callable, Iterable

from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray
from tests.optimizer.tiny import every_plan, goals_of, posted_value


def agree(
    problem: Problem,
    *ids: str,
    plans: Callable[[Problem], Iterable[IntArray]] = every_plan,
) -> None:
    """For every plan, whatever it breaks, the posted goal has the measured value."""
    for goal in goals_of(problem):
        if goal.id.startswith(ids):
            for plan in plans(problem):
                assert posted_value(problem, goal, plan) == goal.measure(problem, plan), plan
