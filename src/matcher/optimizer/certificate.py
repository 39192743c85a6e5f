"""A round's certificate: the plan and whole-number prices, from which its bounds can be added up.

For each goal the prices say what a case, an hour or a requirement costs. `shown` adds them up, and
nothing is solved here: a plan can be checked where there is no solver, by a program of one's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matcher.domain.certificate import PRICES_PER_UNIT, GoalPrices
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Program, Solution
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.shown import Shown, show


@dataclass(frozen=True)
class PricedGoal:
    """A goal as a program of its own, with those above it held at what the plan reaches."""

    goal: Goal
    program: Program
    value: int


Asked = Callable[[PricedGoal], GoalPrices | None]


def shown_by(problem: Problem, plan: IntArray, asked: Asked) -> Iterator[tuple[PricedGoal, Shown]]:
    """Every goal but the draw, in order, and what the prices asked for show of it.

    Each is then held for the next: what no plan as good as this one can use is closed. Raises
    ``ValueError`` where prices don't belong to the goal.
    """
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    for requirement in REQUIREMENTS:
        requirement.post(model)
    for goal in (*placing(problem), *choosing(problem)):
        expression, value = goal.post(model), goal.measure(problem, plan)
        priced = PricedGoal(goal, model.copy().program(expression), value)
        shown = show(priced.program, asked(priced))
        yield priced, shown
        keeps = shown.floor <= value * PRICES_PER_UNIT
        model.open &= keeps[:, :UNPLACED]
        model.may_stay_unplaced &= keeps[:, UNPLACED]
        model.hold(expression, value, Solution(None, None, value, is_optimal=False))
