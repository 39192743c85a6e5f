"""The plan is created in the municipality's tool, with its coordinator (S153, S155, S168)."""

from datetime import timedelta

from matcher.domain.vocabulary import IndividualPlan
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterDecision
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterDecision, profile: Profile) -> Need | None:
    """Where a plan is granted, and the coordinator is new."""
    if ready.case.individual_plan is not IndividualPlan.GRANTED or not ready.is_new:
        return None
    return Need(due=ready.on + timedelta(days=line.due_days), note=profile.words.ip_tool)


KIND = TaskKind(id="individuell_plan", need=need)
