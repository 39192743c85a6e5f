"""Families whose siblings have one coordinator in every plan that is left: one case each from here.

Where hours are short it can't be known before the first tiers whether a family is placed as a
whole, so its siblings begin as cases apart, tied by rows. What those tiers prove unties most of
them again; a plain assignment problem is far easier to settle.
"""

from __future__ import annotations

from collections.abc import Iterable

from matcher.optimizer.core import solve
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.program import UNPLACED, IntArray, Limits, Solution
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.siblings import Groups, groups_of, least_parting

Held = tuple[tuple[Goal, int], ...]
"""Goals that are settled, each with the value that every plan left has at most."""

_MOST_PARTED = 8
"""Of so many families it is asked, one by one, whether they have to be parted."""


def merged(model: Model, groups: Groups, held: Held) -> Model:
    """The model anew with these groups; what is closed in a part of one is closed in all of it.

    Only for groups that are placed together in every plan that is left.
    """
    anew = Model.of(model.problem, groups)
    for requirement in REQUIREMENTS:
        requirement.post(anew)
    old = model.group_of
    for g, group in enumerate(groups):
        parts = old[list(group)]
        anew.open[g] &= model.open[parts].all(axis=0)
        anew.may_stay_unplaced[g] &= model.may_stay_unplaced[parts].all()
    nothing = Solution(None, None, 0, is_optimal=False)
    for goal, value in held:
        anew.hold(goal.post(anew), value, nothing)
    return anew


def untied(model: Model, held: Held, joining: Goal | None, plan: IntArray, limits: Limits) -> Model:
    """The model with every family merged that is known to be placed together, by one coordinator.

    ``joining`` is the goal that counts coordinators beyond a family's first, if it is among the
    ``held`` and proven; ``None`` where siblings have to share.
    """
    families = [f for f in model.problem.families if len(groups_of(model, f)) > 1]
    whole = [f for f in families if not model.may_stay_unplaced[groups_of(model, f)].any()]
    if joining is not None and dict(held)[joining] == (least := least_parting(model)).beyond:
        whole = [f for f in whole if f in least.whole]
    elif joining is not None:
        parted = [f for f in families if len({int(plan[i]) for i in f} - {UNPLACED}) > 1]
        whole = [f for f in whole if f not in parted]
        if whole and not _must_all_be_parted(model, parted, joining, held, limits):
            whole = []
    return merged(model, _with(model, whole), held) if whole else model


def _with(model: Model, families: Iterable[tuple[int, ...]]) -> Groups:
    """The groups of the model, but each of these families as one."""
    families = list(families)
    inside = {i for family in families for i in family}
    rest = (group for group in model.groups if not inside & set(group))
    return tuple(sorted([*families, *rest]))


def _must_all_be_parted(
    model: Model, parted: list[tuple[int, ...]], joining: Goal, held: Held, limits: Limits
) -> bool:
    """Whether these families alone make up the least number of coordinators beyond the first.

    So it is where each of them has to have one more, and there are as many as that number.
    """
    least = dict(held)[joining]
    if len(parted) != least or len(parted) > _MOST_PARTED:
        return False
    return all(_must_be_parted(model, f, joining, least, held, limits) for f in parted)


def _must_be_parted(
    model: Model, family: tuple[int, ...], joining: Goal, least: int, held: Held, limits: Limits
) -> bool:
    """Whether no plan that keeps this family together has so few coordinators in all."""
    if model.may_stay_unplaced[groups_of(model, family)].any():
        return False
    together = merged(model, _with(model, [family]), held)
    answer = solve(together.program(joining.post(together)), None, limits)
    return answer.is_infeasible or answer.bound > least
