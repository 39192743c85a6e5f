"""The appointment is written in the journal: the work is helsehjelp (S023, S058)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """For everybody who begins."""
    if not ready.is_new:
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days))


KIND = TaskKind(id="journal", need=need)
