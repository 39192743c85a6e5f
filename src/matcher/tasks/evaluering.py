"""Work and plan are looked at again on a set day (S015, S060, S088, S132, S176, S179)."""

from matcher.domain.months import months_after
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import Again
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: Again, profile: Profile) -> Need | None:
    """Counted from the start, and later from the time before."""
    return Need(due=months_after(ready.starts, line.every_months))


KIND = TaskKind(id="evaluering", need=need, comes_again=True)
