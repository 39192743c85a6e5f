"""The main path: from a problem to a plan that is proven, tier by tier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.core import solve as solve_program
from matcher.optimizer.goals import LAST, choosing, fitting, joining, placing
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import BoolArray, Expression, IntArray, Limits, Solution
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.siblings import Groups, siblings_as_one

HEAD_START_POINTS = 100
HEAD_START_EFFORT = 0.4
LAST_EFFORT = 0.02
"""Settling ties gets little work: what is drawn among equally good plans is worth no more."""

Notice = Callable[[str], None]


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


def solve_round(
    problem: Problem,
    limits: Limits,
    *,
    start: IntArray | None = None,
    last: Callable[[Problem], tuple[Goal, ...]] = LAST,
    notice: Notice = lambda title: None,
) -> Solved:
    """The best plan of a round: who is placed comes before who is placed with whom.

    Siblings are merged into one case each family as far as that loses nothing, which keeps the
    rest a plain assignment problem.
    """
    model, placed, begun = place(problem, limits, start=start, notice=notice)
    joined = climb_on(model, joining(problem), placed, limits, notice)
    if not np.array_equal(joined.plan, begun):
        ahead = head_start(model, fitting(problem), joined.plan, limits)
        joined = replace(joined, plan=ahead)
    chosen = climb_on(model, fitting(problem), joined, limits, notice)
    return climb_on(model, last(problem), chosen, replace(limits, effort=LAST_EFFORT), notice)


def place(
    problem: Problem, limits: Limits, *, start: IntArray | None, notice: Notice
) -> tuple[Model, Solved, IntArray]:
    """Settle who is placed at all, with siblings merged as far as that loses nothing.

    Where everyone is placed with all siblings together, that is so. Where hours are short, only
    families of whom nobody can be left out are merged: for others, leaving out one sibling may
    be best. Also returns the head start, which was made for the tiers to come as well.
    """
    together = siblings_as_one(problem)
    model, placed, begun = climb(problem, together, limits, start=start, notice=notice)
    if len(together) == problem.shape[0] or not any(placed.values):
        return model, placed, begun
    freely = replace(problem, siblings_must_share=False)
    apart = tuple((i,) for i in range(problem.shape[0]))
    most_model, most, _ = climb(freely, apart, limits, start=placed.plan, notice=notice)
    surely = parted(together, most_model.may_stay_unplaced)
    model, placed, _ = climb(problem, surely, limits, start=most.plan, notice=notice)
    if placed.values == most.values:
        return model, placed, begun
    model, placed, _ = climb(problem, apart, limits, start=most.plan, notice=notice)
    return model, placed, begun


def parted(groups: Groups, may_stay_unplaced: BoolArray) -> Groups:
    """The groups, but those of whom somebody may be left out as single cases."""
    whole = [len(group) == 1 or not may_stay_unplaced[list(group)].any() for group in groups]
    single = (
        (group,) if is_whole else tuple((i,) for i in group)
        for group, is_whole in zip(groups, whole, strict=True)
    )
    return tuple(sorted(part for parts in single for part in parts))


def head_start(model: Model, goals: Iterable[Goal], plan: IntArray, limits: Limits) -> IntArray:
    """A plan that is good for the tiers to come, all at once: each then has little left to do.

    It only weighs them together, the upper heavier; what they are worth is settled one by one.
    """
    draft = model.copy()
    pair, unplaced = 0 * model.workload, np.zeros(len(model.groups), np.int64)
    for goal in goals:
        expression = goal.post(draft)
        if not expression.extra.any():
            pair, unplaced = 3 * pair, 3 * unplaced
            step = 1 if goal.id == "total_fit" else HEAD_START_POINTS
            pair, unplaced = pair + step * expression.pair, unplaced + step * expression.unplaced
    together = Expression(pair, unplaced, np.zeros(0, np.int64))
    some = replace(limits, effort=limits.effort * HEAD_START_EFFORT)
    solution = solve_program(model.program(together), model.start_of(plan), some)
    return plan if solution.coordinator_of is None else model.plan_of(solution.coordinator_of)


def climb(
    problem: Problem,
    groups: Groups,
    limits: Limits,
    *,
    start: IntArray | None,
    notice: Notice,
) -> tuple[Model, Solved, IntArray]:
    """Build the model, post the requirements, and solve the tiers of who is placed.

    Also returns the plan it began from.
    """
    model = Model.of(problem, groups)
    for requirement in REQUIREMENTS:
        requirement.post(model)
    if start is not None and _can_begin_from(model, start):
        plan = start
    else:
        everything = (*placing(problem), *choosing(problem))
        plan = head_start(model, everything, problem.starting_plan(groups), limits)
    reached = climb_on(model, placing(problem), Solved(plan, ()), limits, notice)
    return model, reached, plan


def _can_begin_from(model: Model, plan: IntArray) -> bool:
    """Whether a plan keeps every requirement, and families that are one group together."""
    kept = not any(requirement.breaches(model.problem, plan) for requirement in REQUIREMENTS)
    return kept and model.start_of(plan) is not None


def climb_on(
    model: Model, goals: Iterable[Goal], reached: Solved, limits: Limits, notice: Notice
) -> Solved:
    """Solve further goals, each from the last one's plan and holding what is reached."""
    problem = model.problem
    for goal in goals:
        notice(goal.title)
        before = model.copy()
        expression = goal.post(model)
        solution = best(model, goal, expression, reached.plan, limits)
        plan = reached.plan
        if solution.coordinator_of is not None:
            plan = filled(model, goal, model.plan_of(solution.coordinator_of), reached)
        value = goal.measure(problem, plan)
        if solution.objective is not None and value > solution.objective:
            raise ModelDisagrees(f"{goal.id}: {solution.objective} is measured as {value}")
        model.hold(expression, value, solution)
        tier = Tier(goal, value, min(solution.bound, value), before)
        reached = Solved(plan, (*_measured(problem, plan, reached.tiers), tier))
    return reached


def _measured(problem: Problem, plan: IntArray, tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
    """The tiers above, which a later plan may happen to better where they weren't proven."""
    return tuple(replace(tier, value=tier.goal.measure(problem, plan)) for tier in tiers)


def filled(model: Model, goal: Goal, plan: IntArray, reached: Solved) -> IntArray:
    """The plan with more cases placed where there is room, if no goal so far is the worse for it.

    A tier's solver doesn't care for the tiers below, and leaves cases out for no reason.
    """
    problem = model.problem
    more = problem.starting_plan(model.groups, plan)
    goals = (*(tier.goal for tier in reached.tiers), goal)
    no_worse = all(g.measure(problem, more) <= g.measure(problem, plan) for g in goals)
    return more if no_worse else plan


def best(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """Minimise one goal; where the plan at hand already can't be beaten, without a solver."""
    easy = easy_bound(model, expression)
    value = goal.measure(model.problem, plan)
    if easy is not None and value <= easy.bound:
        return replace(easy, objective=value, coordinator_of=model.start_of(plan))
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
