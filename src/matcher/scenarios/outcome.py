"""What a round turns out to be, with or without a scenario: who has whom, and each goal."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from matcher.domain.plan import GoalResult
from matcher.explain.solved_round import RoundRequest, SolvedRound, limits_for
from matcher.optimizer.check import check
from matcher.optimizer.pose import Posed
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.solve import solve_round
from matcher.scenarios.keeping import goal_results, place_the_rest, standing
from matcher.scenarios.nearest import nearest
from matcher.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Outcome:
    """A plan of a round, as far as it was proven."""

    request: RoundRequest
    posed: Posed
    plan: IntArray
    """The coordinator of each case of the problem (n)."""
    goals: tuple[GoalResult, ...]

    @property
    def problem(self) -> Problem:
        """The round in whole numbers."""
        return self.posed.problem

    @property
    def is_proven(self) -> bool:
        """Whether every goal is proven."""
        return all(goal.optimal for goal in self.goals)

    @cached_property
    def chosen(self) -> dict[str, str | None]:
        """The coordinator of each case that takes part, by ids."""
        ids = self.problem.coordinator_ids
        return {
            case: None if j == UNPLACED else ids[j]
            for case, j in zip(self.problem.case_ids, self.plan.tolist(), strict=True)
        }

    @cached_property
    def load(self) -> IntArray:
        """Hundredths of an hour a month of the round's cases with each coordinator (m)."""
        load = np.zeros(self.problem.shape[1], np.int64)
        placed = np.flatnonzero(self.plan != UNPLACED)
        np.add.at(load, self.plan[placed], self.problem.workload[placed, self.plan[placed]])
        return load


def outcome_of(round_: SolvedRound) -> Outcome:
    """The outcome of a round that was solved."""
    goals = goal_results(round_.problem, round_.solved.plan, round_.solved.tiers)
    return Outcome(round_.request, round_.posed, round_.solved.plan, goals)


def outcome_with(base: Outcome, scenario: Scenario) -> Outcome:
    """What the round turns out to be with the changes of a scenario, begun from the base plan.

    Where nobody and no number is touched, the base plan stands as it is. Raises
    ``ScenarioError``, and ``ChoicesClash`` where KE's locks and bans can't stand with the changes.
    """
    return outcome_from(base, scenario.made(base.request), others_keep=scenario.others_keep)


def outcome_from(base: Outcome, request: RoundRequest, *, others_keep: bool) -> Outcome:
    """What another request turns out to be, begun from the base plan. Raises ``ChoicesClash``.

    Of plans that are equally good, the one that is nearest to the base plan.
    """
    posed = request.posed()
    problem = posed.problem
    if _is_same(problem, base.problem):
        return Outcome(request, posed, base.plan, base.goals)
    before = carried_over(base.chosen, problem)
    kept = standing(problem, before)
    limits = request.limits or limits_for(problem)
    rest = place_the_rest(problem, kept, limits)
    if others_keep:
        return Outcome(request, posed, rest.plan, rest.goals)
    solved = solve_round(problem, limits, start=rest.plan, last=nearest(before))
    check(problem, solved)
    goals = goal_results(problem, solved.plan, solved.tiers)
    return Outcome(request, posed, solved.plan, goals)


def carried_over(chosen: dict[str, str | None], problem: Problem) -> IntArray:
    """A plan by ids as a plan of another problem (n); nobody for whom it doesn't know."""
    number = {id_: j for j, id_ in enumerate(problem.coordinator_ids)}
    return np.array(
        [number.get(chosen.get(case) or "", UNPLACED) for case in problem.case_ids], np.int64
    )


def _is_same(one: Problem, other: Problem) -> bool:
    """Whether two problems are the same in every number and id."""
    pairs = ((getattr(one, f.name), getattr(other, f.name)) for f in fields(Problem))
    return all(np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b for a, b in pairs)
