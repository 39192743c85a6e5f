"""Hours above those agreed with the leader (S074) are no more, together, than are to be shared.

Only in a round that asks what more hours would be worth: then the capacity of those who could
get them is raised, and what they use of it is held together here.
"""

import numpy as np

from matcher.domain.wording import number
from matcher.optimizer.model import Model
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import IntArray
from matcher.optimizer.requirements.requirement import Requirement


def post(model: Model) -> None:
    """One extra variable a coordinator: the hours above those agreed. Together, the shared."""
    shared = model.problem.shared_hours
    if shared is None:
        return
    above = {}
    for j in np.flatnonzero(model.problem.capacity > shared.agreed).tolist():
        groups = np.flatnonzero(model.open[:, j]).tolist()
        if int(model.workload[groups, j].sum()) > shared.agreed[j]:
            excess = model.add_extra(shared.hours, is_integer=False)
            hours = {(g, j): int(model.workload[g, j]) for g in groups}
            model.add_row(hours, {excess: -1}, upper=int(shared.agreed[j]))
            above[excess] = 1
    model.add_row({}, above, upper=shared.hours)


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """Whether more hours are used above the agreed than there are to share."""
    shared = problem.shared_hours
    if shared is None:
        return []
    used = 0
    for j, agreed in enumerate(shared.agreed.tolist()):
        if problem.capacity[j] <= agreed:
            continue
        cases = (i for i, chosen in enumerate(plan.tolist()) if chosen == j)
        used += max(0, sum(int(problem.workload[i, j]) for i in cases) - agreed)
    if used <= shared.hours:
        return []
    told, most = (number(hours / HUNDREDTHS) for hours in (used, shared.hours))
    return [f"{told} timer brukes over det avtalte, men bare {most} er til deling"]


REQUIREMENT = Requirement("shared_hours", "Timer til deling holdes", post, breaches)
