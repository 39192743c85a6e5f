"""Nobody gets a coordinator whom a rule of the profile (S049, S079, S115 …) or KE keeps out."""

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.requirements.requirement import Requirement


def post(model: Model) -> None:
    """Open for a group is what is allowed for each of its cases."""
    for g, group in enumerate(model.groups):
        model.open[g] &= model.problem.allowed[list(group)].all(axis=0)


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """The pairs of the plan that aren't allowed."""
    return [
        f"{problem.case_ids[i]} kan ikke ha {problem.coordinator_ids[j]}"
        for i, j in enumerate(plan.tolist())
        if j != UNPLACED and not problem.allowed[i, j]
    ]


REQUIREMENT = Requirement("eligibility", "Reglene følges", post, breaches)
