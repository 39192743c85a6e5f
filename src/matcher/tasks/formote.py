"""A meeting with the user before the first meeting of the group (S111). Not always needed."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Where the group is new to the case."""
    if not ready.is_new or ready.is_change:
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days))


KIND = TaskKind(id="formote", need=need)
