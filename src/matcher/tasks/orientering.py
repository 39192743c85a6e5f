"""Those who work with the family hear who the new coordinator is (S089)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Where somebody else had the case."""
    if not ready.is_change:
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days))


KIND = TaskKind(id="orientering", need=need)
