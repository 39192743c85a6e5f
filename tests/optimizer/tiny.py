"""Rounds so small that every plan can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import strategies as st

from matcher.domain.vocabulary import Role
from matcher.optimizer.check import breaches
from matcher.optimizer.core import solve
from matcher.optimizer.goals import GOALS
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Expression, IntArray, Limits

SOME = (Role.BARNEKOORDINATOR, Role.KOORDINATOR, Role.KOORDINATOR_WITHOUT_CLAIM)


@st.composite
def problems(draw: st.DrawFn, at_most_cases: int = 4, at_most_coordinators: int = 3) -> Problem:
    """A round of a few cases: siblings, a lock, people who have a coordinator, scarce hours."""
    n = draw(st.integers(1, at_most_cases))
    m = draw(st.integers(1, at_most_coordinators))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    hours = rng.integers(1, 8, n) * 100
    allowed = rng.random((n, m)) < draw(st.sampled_from([0.5, 0.8, 1.0]))
    current = np.where(rng.random(n) < 0.4, rng.integers(0, m, n), UNPLACED)
    has_one = np.flatnonzero(current != UNPLACED)
    continues = has_one[allowed[has_one, current[has_one]]]
    carried = np.bincount(current[continues], weights=hours[continues], minlength=m)
    capacity = np.maximum(rng.integers(0, 16, m) * 100, carried.astype(np.int64))
    allowed &= hours[:, None] <= capacity
    settled = np.zeros(n, np.bool_)
    settled[continues] = rng.random(len(continues)) < 0.8
    must_share = draw(st.booleans())
    families = draw(st.sampled_from([(), ((0, 1),), ((0, 1, 2),)]))
    families = tuple(family for family in families if max(family) < n)
    if must_share:
        families = tuple(f for f in families if allowed[list(f)].all(axis=0).any())
        for family in families:
            allowed[list(family)] = allowed[list(family)].all(axis=0)
    return Problem(
        case_ids=tuple(f"S-{i}" for i in range(n)),
        coordinator_ids=tuple(f"K-{j}" for j in range(m)),
        roles=tuple(SOME[k] for k in rng.integers(0, len(SOME), n)),
        allowed=allowed,
        fit=rng.integers(0, 101, (n, m)),
        workload=np.repeat(hours[:, None], m, axis=1),
        capacity=capacity,
        current=current,
        settled=settled,
        waiting_months=rng.integers(0, 12, n),
        unit_of=rng.integers(UNPLACED, 2, m),
        families=families,
        siblings_must_share=must_share,
        poor_levels=(30, 50),
        move_costs_points=16,
        seed=int(rng.integers(0, 100)),
    )


def round_of(fit: list[list[int]], hours: list[int], capacity: list[int]) -> Problem:
    """A plain round for hand-solved cases: whole hours, everybody allowed, nobody settled."""
    points = np.array(fit, np.int64)
    n, m = points.shape
    return Problem(
        case_ids=tuple(f"S-{i}" for i in range(n)),
        coordinator_ids=tuple(f"K-{j}" for j in range(m)),
        roles=(Role.KOORDINATOR,) * n,
        allowed=np.ones((n, m), np.bool_),
        fit=points,
        workload=np.repeat(np.array(hours, np.int64)[:, None] * 100, m, axis=1),
        capacity=np.array(capacity, np.int64) * 100,
        current=np.full(n, UNPLACED, np.int64),
        settled=np.zeros(n, np.bool_),
        waiting_months=np.zeros(n, np.int64),
        unit_of=np.full(m, UNPLACED, np.int64),
    )


def every_plan(problem: Problem) -> Iterator[IntArray]:
    """Each way to give every case a coordinator or nobody, kept requirements or not."""
    n, m = problem.shape
    for choices in product(range(UNPLACED, m), repeat=n):
        yield np.array(choices, np.int64)


def kept_plans(problem: Problem) -> list[IntArray]:
    """The plans that break nothing."""
    return [plan for plan in every_plan(problem) if not breaches(problem, plan)]


def goals_of(problem: Problem) -> tuple[Goal, ...]:
    """Every goal of the round, in order, the draw last."""
    return tuple(goal for goals in GOALS for goal in goals(problem))


def values(problem: Problem, plan: IntArray) -> tuple[int, ...]:
    """What a plan reaches of each goal."""
    return tuple(goal.measure(problem, plan) for goal in goals_of(problem))


def fixed(model: Model, plan: IntArray) -> Model:
    """The model where only this plan is left."""
    chosen = model.copy()
    for group, coordinator in enumerate(plan.tolist()):
        chosen.open[group] &= np.arange(model.problem.shape[1]) == coordinator
        chosen.may_stay_unplaced[group] &= coordinator == UNPLACED
    return chosen


def plain_model(problem: Problem) -> Model:
    """The model of the problem, each case a group of its own, nothing posted."""
    return Model.of(problem, tuple((i,) for i in range(problem.shape[0])))


def posted_value(problem: Problem, goal: Goal, plan: IntArray) -> int | None:
    """What the model says a plan reaches of a goal, found by the solver with the plan fixed."""
    model = fixed(plain_model(problem), plan)
    expression = goal.post(model)
    return solve(model.program(expression), None, Limits()).objective


def accepts(model: Model, plan: IntArray) -> bool:
    """Whether the posted model holds the plan."""
    left = fixed(model, plan)
    nothing = Expression(
        np.zeros_like(left.workload), np.zeros(len(left.groups), np.int64), np.zeros(0, np.int64)
    )
    return solve(left.program(nothing), None, Limits()).coordinator_of is not None


def with_lock(problem: Problem, case: int, coordinator: int) -> Problem:
    """The same round with a lock that is allowed and has room."""
    return replace(problem, locks=((case, coordinator),))


def permuted(problem: Problem, rows: IntArray, columns: IntArray) -> Problem:
    """The same round with its cases and coordinators listed in another order."""
    place_of_row, place_of_column = np.argsort(rows), np.append(np.argsort(columns), -1)
    return replace(
        problem,
        case_ids=tuple(problem.case_ids[i] for i in rows),
        coordinator_ids=tuple(problem.coordinator_ids[j] for j in columns),
        roles=tuple(problem.roles[i] for i in rows),
        allowed=problem.allowed[rows][:, columns],
        fit=problem.fit[rows][:, columns],
        workload=problem.workload[rows][:, columns],
        capacity=problem.capacity[columns],
        current=place_of_column[problem.current[rows]],
        settled=problem.settled[rows],
        waiting_months=problem.waiting_months[rows],
        unit_of=problem.unit_of[columns],
        families=tuple(tuple(int(place_of_row[i]) for i in f) for f in problem.families),
    )
