"""A round that was solved before, put together again from its plan: no solver needed."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.optimizer.check import breaches
from matcher.optimizer.climbing import Solved, Tier, easy_bound
from matcher.optimizer.goals import choosing, joining, placing
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Expression, IntArray, Solution
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.siblings import fewest_coordinators, siblings_as_one


def recall(problem: Problem, plan: IntArray, bounds: Mapping[str, float]) -> Solved | None:
    """The solved round of a plan, with the bounds that were proven when it was made.

    ``bounds`` are by goal id, in the goals' units. ``None`` where the plan can't be this
    round's: it breaks a requirement, a goal has no bound, or the plan is better than its bound.
    """
    goals = (*placing(problem), *choosing(problem))
    if bounds.keys() != {goal.id for goal in goals} or breaches(problem, plan):
        return None
    model = _model(problem, plan)
    tiers: list[Tier] = []
    for goal in goals:
        value, bound = goal.measure(problem, plan), round(bounds[goal.id] * goal.scale)
        if value < bound:
            return None
        before = model.copy()
        expression = goal.post(model)
        tiers.append(Tier(goal, value, bound, before))
        model.hold(expression, value, _closing(model, goal, expression))
    return Solved(plan, tuple(tiers))


def _model(problem: Problem, plan: IntArray) -> Model:
    """The model with its requirements; siblings as one where that is sure to lose nothing."""
    model = Model.of(problem, siblings_as_one(problem))
    all_placed = not any(goal.measure(problem, plan) for goal in placing(problem))
    fewest = sum(fewest_coordinators(problem, family) - 1 for family in problem.families)
    as_few = all(goal.measure(problem, plan) <= fewest for goal in joining(problem))
    if not (all_placed and as_few) or model.start_of(plan) is None:
        model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    return model


def _closing(model: Model, goal: Goal, expression: Expression) -> Solution:
    """What can be told without a solver of choices that no plan as good can use."""
    easy = easy_bound(model, expression)
    if easy is not None and not expression.extra.any():
        return easy
    return Solution(coordinator_of=None, objective=None, bound=0, is_optimal=False)
