"""The ansvarsgruppe meets at least once a year (S147; law says nothing of how often)."""

from matcher.domain.months import months_after
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import Again
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: Again, profile: Profile) -> Need | None:
    """Counted from the start, and later from the meeting before."""
    return Need(due=months_after(ready.starts, line.every_months))


KIND = TaskKind(id="arsmote", need=need, is_meeting=True, comes_again=True)
