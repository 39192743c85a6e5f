"""Nobody carries more than the hours agreed with the leader (S074).

Who already carries more keeps the cases and gets no others: then the problem's capacity is
what is carried today, and nobody else's case is open to that coordinator.
"""

from matcher.domain.wording import number
from matcher.optimizer.model import Model
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.requirements.requirement import Requirement


def post(model: Model) -> None:
    """Each coordinator's cases weigh at most the capacity."""
    model.capacity = model.problem.capacity.copy()


def breaches(problem: Problem, plan: IntArray) -> list[str]:
    """The coordinators who would carry more than they have hours for."""
    carried = dict.fromkeys(range(len(problem.coordinator_ids)), 0)
    for i, j in enumerate(plan.tolist()):
        if j != UNPLACED:
            carried[j] += int(problem.workload[i, j])
    return [
        f"{problem.coordinator_ids[j]} får {number(hours / HUNDREDTHS)} timer, men har "
        f"{number(int(problem.capacity[j]) / HUNDREDTHS)}"
        for j, hours in carried.items()
        if hours > problem.capacity[j]
    ]


REQUIREMENT = Requirement("agreed_hours", "Avtalte timer holdes", post, breaches)
