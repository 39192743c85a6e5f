"""The climb through the goals: each is minimised, and what it reaches is held for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core import solve as solve_program
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Expression, IntArray, Limits, Solution, is_large
from matcher.optimizer.under_way import Notice, UnderWay

POINTS_A_COUNT = 100
"""What one case that counts weighs beside points of fit, where goals are weighed together."""

SolveTier = Callable[[Model, Goal, Expression, IntArray, Limits], Solution]


class ModelDisagrees(Exception):
    """The solver's answer and our own reading of the plan differ: a fault of the program."""


@dataclass(frozen=True)
class Tier:
    """What a plan reaches of one goal, and how good any plan can be (tiers above held)."""

    goal: Goal
    value: int
    bound: int
    before: Model
    """The model as it was when the goal was solved: what still was open."""

    @property
    def is_optimal(self) -> bool:
        """Whether no plan can be better."""
        return self.value <= self.bound


@dataclass(frozen=True)
class Solved:
    """The coordinator of each case (n), and what it reaches of each goal, in order."""

    plan: IntArray
    tiers: tuple[Tier, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The value of each goal."""
        return tuple(tier.value for tier in self.tiers)


def climb_on(
    model: Model,
    goals: Iterable[Goal],
    reached: Solved,
    limits: Limits,
    notice: Notice,
    *,
    solve_tier: SolveTier | None = None,
    easing: float = 1.0,
) -> Solved:
    """Solve further goals, each from the last one's plan and holding what is reached.

    ``easing`` is what is left of the effort for the tiers below one that couldn't be proven.
    """
    problem, goals = model.problem, tuple(goals)
    for number, goal in enumerate(goals):
        before = model.copy()
        if is_large(*model.workload.shape):
            model.then = weighed(model, goals[number + 1 :])
        expression = goal.post(model)
        easy = easy_bound(model, expression)
        notice(UnderWay(goal, goal.measure(problem, reached.plan), easy.bound if easy else None))
        solution = (solve_tier or best)(model, goal, expression, reached.plan, limits)
        plan = reached.plan
        if solution.coordinator_of is not None:
            plan = filled(model, goal, model.plan_of(solution.coordinator_of), reached)
        value = goal.measure(problem, plan)
        if solution.objective is not None and value > solution.objective:
            raise ModelDisagrees(f"{goal.id}: {solution.objective} is measured as {value}")
        model.hold(expression, value, solution)
        tier = Tier(goal, value, min(solution.bound, value), before)
        notice(UnderWay(goal, value, tier.bound))
        reached = Solved(plan, (*_measured(problem, plan, reached.tiers), tier))
        if not tier.is_optimal:
            limits = replace(limits, effort=limits.effort * easing)
    return reached


def weighed(model: Model, goals: Iterable[Goal]) -> Expression | None:
    """Goals that count choices alone, all at once, the upper heavier; ``None`` where none does."""
    draft = model.copy()
    found = [(goal, goal.post(draft)) for goal in goals]
    counting = [(goal, each) for goal, each in found if not each.extra.any()]
    if not counting:
        return None
    pair, unplaced = 0 * model.workload, np.zeros(len(model.groups), np.int64)
    for goal, expression in counting:
        step = 1 if goal.id == "total_fit" else POINTS_A_COUNT
        pair, unplaced = 3 * pair, 3 * unplaced
        pair, unplaced = pair + step * expression.pair, unplaced + step * expression.unplaced
    return Expression(pair, unplaced, np.zeros(0, np.int64))


def _measured(problem: Problem, plan: IntArray, tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
    """The tiers above, which a later plan may happen to better where they weren't proven."""
    return tuple(replace(tier, value=tier.goal.measure(problem, plan)) for tier in tiers)


def filled(model: Model, goal: Goal, plan: IntArray, reached: Solved) -> IntArray:
    """The plan with more cases placed where there is room, if no goal so far is the worse for it.

    A tier's solver doesn't care for the tiers below, and leaves cases out for no reason.
    """
    more = model.problem.starting_plan(model.groups, plan)
    goals = (*(tier.goal for tier in reached.tiers), goal)
    return more if no_worse(model.problem, goals, more, plan) else plan


def no_worse(problem: Problem, goals: Iterable[Goal], plan: IntArray, than: IntArray) -> bool:
    """Whether a plan is as good as another for each of these goals."""
    return all(goal.measure(problem, plan) <= goal.measure(problem, than) for goal in goals)


def best(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """Minimise one goal; where the plan at hand already can't be beaten, without a solver."""
    easy = easy_bound(model, expression)
    value = goal.measure(model.problem, plan)
    if easy is not None and value <= max(easy.bound, goal.floor(model)):
        return replace(easy, objective=value, bound=value, coordinator_of=model.start_of(plan))
    return solve_program(model.program(expression), model.start_of(plan), limits)


def easy_bound(model: Model, expression: Expression) -> Solution | None:
    """The bound where every group takes its own best choice; ``None`` where one has no choice."""
    highest = np.iinfo(np.int64).max // 4
    pair = np.where(model.open, expression.pair, highest)
    unplaced = np.where(model.may_stay_unplaced, expression.unplaced, highest)
    least = np.minimum(pair.min(axis=1, initial=highest), unplaced)
    if (least >= highest).any():
        return None
    bound = int(least.sum())
    return Solution(
        coordinator_of=None,
        objective=None,
        bound=bound,
        is_optimal=True,
        forced_bound=np.where(model.open, bound + pair - least[:, None], highest),
        unplaced_bound=np.where(model.may_stay_unplaced, bound + unplaced - least, highest),
    )
