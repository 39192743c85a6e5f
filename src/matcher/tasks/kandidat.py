"""The candidate is asked, where that wasn't done before the decision (S100)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterDecision
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterDecision, profile: Profile) -> Need | None:
    """Asked of somebody new whose yes isn't noted."""
    if not ready.is_new or ready.decision.groundwork.candidate_accepts:
        return None
    return Need(due=ready.on + timedelta(days=line.due_days))


KIND = TaskKind(id="kandidat", need=need)
