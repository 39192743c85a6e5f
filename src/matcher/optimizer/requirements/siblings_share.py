"""Siblings who are placed have the same coordinator, where the profile says *must* (S046)."""

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.requirements.requirement import Requirement
from matcher.optimizer.siblings import coordinators_of, groups_of


def post(model: Model) -> None:
    """Each family that isn't one group has at most one coordinator."""
    if not model.problem.siblings_must_share:
        return
    for family in model.problem.families:
        groups = groups_of(model, family)
        if len(groups) > 1:
            theirs = coordinators_of(model, groups)
            model.add_row(theirs.choices, dict.fromkeys(theirs.extras, 1), upper=1)


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """The families whose placed siblings have different coordinators."""
    if not problem.siblings_must_share:
        return []
    broken = []
    for family in problem.families:
        coordinators = {int(plan[i]) for i in family} - {UNPLACED}
        if len(coordinators) > 1:
            names = ", ".join(problem.case_ids[i] for i in family)
            broken.append(f"søsknene {names} har ulike koordinatorer")
    return broken


REQUIREMENT = Requirement("siblings_share", "Søsken har samme koordinator", post, breaches)
