"""The simple form of DIPS Samspill, where no plan is granted (S151, S152)."""

from datetime import timedelta

from matcher.domain.vocabulary import IndividualPlan
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterDecision
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterDecision, profile: Profile) -> Need | None:
    """Where a plan isn't needed, or that isn't settled, and the coordinator is new."""
    if ready.case.individual_plan is IndividualPlan.GRANTED or not ready.is_new:
        return None
    return Need(due=ready.on + timedelta(days=line.due_days), note=profile.words.ip_tool)


KIND = TaskKind(id="enkelt_samspill", need=need)
