"""The stand-in knows the case well enough to step in (S142, S143)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Where somebody is to stand in."""
    if ready.decision.stand_in is None:
        return None
    return Need(
        due=ready.starts + timedelta(days=line.due_days),
        note=f"Stedfortreder: {ready.decision.stand_in}.",
    )


KIND = TaskKind(id="stedfortreder", need=need)
