"""What a forced pair costs a tiny round, from every plan there is."""

from dataclasses import replace

import numpy as np

from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray
from tests.optimizer.tiny import kept_plans, values


def losses(problem: Problem, base: tuple[int, ...], case: int, coordinator: int) -> tuple[int, ...]:
    """The least that any plan with the pair loses, tier by tier, the draw left out."""
    forced = problem.with_lock(case, coordinator)
    best = min(values(problem, plan)[:-1] for plan in kept_plans(forced))
    return tuple(value - held for value, held in zip(best, base, strict=False))


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
