"""The case is handed over, with meetings and papers (S034, S035, S056, S140)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import BeforeStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: BeforeStart, profile: Profile) -> Need | None:
    """Where somebody else had the case; nobody lets go before the next has taken over (S164)."""
    if not ready.is_change:
        return None
    return Need(
        due=ready.starts - timedelta(days=line.days_before),
        note="Den som går av, har ansvaret til den nye har tatt over.",
    )


KIND = TaskKind(id="overforing", need=need)
