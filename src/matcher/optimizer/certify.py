"""Finding the prices of a round's certificate: the relaxation's, or better ones of whole loads."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from matcher.domain.certificate import PRICES_PER_UNIT, Certificate, GoalPrices
from matcher.optimizer.certificate import PricedGoal, shown_by
from matcher.optimizer.core.by_prices import has_short_loads
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import FloatArray, linear_model
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Program
from matcher.optimizer.shown import show

GENERATIONS = 60
"""Rounds of growing whole loads; most goals need fewer."""
MOST_PAIRS = 40_000
"""Open pairs of a goal whose relaxation is solved; above that only own best choices are priced."""
FEW_PEOPLE = 100
"""Cases and coordinators of a round whose whole loads are priced while somebody waits."""
JUST_ABOVE = 0.05
"""A bound so far above a whole number shows the next one, also when prices are rounded."""


def certify(problem: Problem, plan: IntArray) -> Certificate:
    """The prices that show most of how good each goal of the plan is."""
    found: list[GoalPrices] = []

    def asked(goal: PricedGoal) -> GoalPrices | None:
        prices = _prices(goal, plan)
        found.extend([] if prices is None else [prices])
        return prices

    for _ in shown_by(problem, plan, asked):
        pass
    return Certificate(prices=tuple(found))


def _prices(goal: PricedGoal, plan: IntArray) -> GoalPrices | None:
    """The prices of one goal; ``None`` where it needs none, or none show anything."""
    best, shown = None, show(goal.program, None).whole
    for prices in _better_and_better(goal, plan):
        if shown >= goal.value:
            break
        found = _whole(goal, prices)
        by_them = show(goal.program, found).whole
        if by_them > shown:
            best, shown = found, by_them
    return best


def _better_and_better(goal: PricedGoal, plan: IntArray) -> Iterator[FloatArray]:
    """Prices of the cases, the coordinators and the rows, the quickest to find first."""
    program = goal.program
    yield _own_best(program)
    if int(program.open.sum()) > MOST_PAIRS:
        return
    model = linear_model(program)
    relaxed = relax(model, near=plan)
    if relaxed is None:
        return
    yield relaxed.prices
    if has_short_loads(program) and sum(program.shape) <= FEW_PEOPLE:
        enough, unhurried = goal.value - 1 + JUST_ABOVE, Watch(None)
        yield grow(program, relaxed.prices, None, GENERATIONS, unhurried, enough=enough).prices


def _own_best(program: Program) -> FloatArray:
    """What each case's own best choice costs, and nothing for hours and requirements."""
    pair = np.where(program.open, program.objective.pair, NEVER).min(axis=1, initial=NEVER)
    unplaced = np.where(program.may_stay_unplaced, program.objective.unplaced, NEVER)
    prices = np.zeros(sum(program.shape) + len(program.rows))
    least = np.minimum(pair, unplaced)
    prices[: len(least)] = np.where(least < NEVER, least, 0)
    return prices


def _whole(goal: PricedGoal, prices: FloatArray) -> GoalPrices:
    """Prices in whole numbers; what a row doesn't ask for is worth nothing."""
    n, m = goal.program.shape
    whole = np.rint(prices * PRICES_PER_UNIT).astype(np.int64)
    rows = tuple(
        price if (row.lower if price > 0 else row.upper) is not None else 0
        for row, price in zip(goal.program.rows, whole[n + m :].tolist(), strict=True)
    )
    return GoalPrices(goal=goal.goal.id, cases=tuple(whole[:n].tolist()), rows=rows)
