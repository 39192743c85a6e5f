"""A plan held against its roster, its profile and its certificate again: nothing is solved."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from matcher.domain.certificate import Certificate
from matcher.domain.plan import Plan
from matcher.domain.verification import Verification, VerifiedGoal
from matcher.explain.recheck import faults
from matcher.explain.solved_round import RoundRequest
from matcher.optimizer.certificate import PricedGoal, shown_by
from matcher.optimizer.pose import Posed
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.shown import Shown


def verified(request: RoundRequest, plan: Plan) -> Verification:
    """What a plan breaks, whether its goals are worth what it says, and what its prices show."""
    wrong = faults(plan, request.roster, request.profile, locks=request.locks, bans=request.bans)
    posed = request.posed()
    numbers = _numbers(posed, plan)
    if numbers is None:
        return Verification(faults=tuple(wrong), goals=())
    for requirement in REQUIREMENTS:
        broken = requirement.breaches(posed.problem, numbers)
        wrong += [f"{requirement.title}: {breach}" for breach in broken]
    certificate = plan.round.certificate
    if certificate is None:
        wrong.append("planen har ingen priser som viser hvor god den er")
        return Verification(faults=tuple(wrong), goals=())
    goals = []
    try:
        for goal, shown in _shown(posed, numbers, certificate):
            told = next(one for one in plan.round.goals if one.id == goal.goal.id)
            goals.append(_verified(goal, shown, told.bound))
            wrong += _goal_faults(goals[-1], told.value)
    except ValueError:
        wrong.append("prisene hører ikke til denne runden")
    return Verification(faults=tuple(wrong), goals=tuple(goals))


def _shown(
    posed: Posed, numbers: IntArray, certificate: Certificate
) -> Iterator[tuple[PricedGoal, Shown]]:
    return shown_by(posed.problem, numbers, lambda goal: certificate.of(goal.goal.id))


def _numbers(posed: Posed, plan: Plan) -> IntArray | None:
    """The coordinator of each case by number; ``None`` where the plan is of other people."""
    chosen = {case.case: case.coordinator for case in plan.cases}
    index = posed.pairs.coordinator_index
    mine = [chosen.get(id_, "") for id_ in posed.problem.case_ids]
    if any(one is not None and one not in index for one in mine):
        return None
    return np.array([UNPLACED if one is None else index[one] for one in mine], np.int64)


def _verified(goal: PricedGoal, shown: Shown, searched: float) -> VerifiedGoal:
    scale = goal.goal.scale
    return VerifiedGoal(
        title=goal.goal.title,
        unit=goal.goal.unit,
        value=goal.value / scale,
        shown=min(shown.whole, goal.value) / scale,
        searched=searched,
    )


def _goal_faults(goal: VerifiedGoal, told: float) -> Iterator[str]:
    if goal.value != told:
        yield f"{goal.title}: planen sier {told:g}, men den når {goal.value:g}"
    if goal.searched > goal.value:
        yield f"{goal.title}: grensen {goal.searched:g} er høyere enn {goal.value:g}"
