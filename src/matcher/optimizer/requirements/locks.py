"""A case that KE has locked has that coordinator and no other: a person decides (S025)."""

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray
from matcher.optimizer.requirements.requirement import Requirement


def post(model: Model) -> None:
    """Only the locked choice stays open, and the case may not stay unplaced."""
    group_of = model.group_of
    for case, coordinator in model.problem.locks:
        group = group_of[case]
        model.open[group, :coordinator] = False
        model.open[group, coordinator + 1 :] = False
        model.may_stay_unplaced[group] = False


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """The locks that the plan doesn't keep."""
    return [
        f"{problem.case_ids[i]} er låst til {problem.coordinator_ids[j]}"
        for i, j in problem.locks
        if plan[i] != j
    ]


REQUIREMENT = Requirement("locks", "Låste valg står", post, breaches)
