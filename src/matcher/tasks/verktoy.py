"""Access to, and training in, the electronic plan (S135)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Where it isn't known that the coordinator has access."""
    if not ready.is_new or (ready.coordinator and ready.coordinator.ip_tool):
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days), note=profile.words.ip_tool)


KIND = TaskKind(id="verktoy", need=need)
