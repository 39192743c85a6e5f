"""Training in the role before the start (S084, S127; hol. § 7-3)."""

from datetime import timedelta

from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import BeforeStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: BeforeStart, profile: Profile) -> Need | None:
    """For those whose training isn't done by the day they start."""
    trained = ready.coordinator.training_date if ready.coordinator else None
    if not ready.is_new or (trained is not None and trained <= ready.starts):
        return None
    return Need(due=ready.starts - timedelta(days=line.days_before))


KIND = TaskKind(id="opplaering", need=need)
