"""What a forced pair costs a tiny round, from every plan there is."""

from matcher.optimizer.problem import Problem
from tests.optimizer.tiny import kept_plans, values


def losses(problem: Problem, base: tuple[int, ...], case: int, coordinator: int) -> tuple[int, ...]:
    """The least that any plan with the pair loses, tier by tier, the draw left out."""
    forced = problem.with_lock(case, coordinator)
    best = min(values(problem, plan)[:-1] for plan in kept_plans(forced))
    return tuple(value - held for value, held in zip(best, base, strict=False))
