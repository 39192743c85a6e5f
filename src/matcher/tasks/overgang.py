"""The receiving unit is invited in good time before a transition (S103, S104, S107, S138)."""

from datetime import timedelta

from matcher.domain.wording import written
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import BeforeTransition
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: BeforeTransition, profile: Profile) -> Need | None:
    """Where the case has a transition ahead, on a day that is known."""
    day, transition = ready.case.transition_date, ready.case.next_transition
    if day is None or transition is None or day <= ready.on:
        return None
    return Need(
        due=day - timedelta(days=line.days_before),
        note=f"Overgang {written(day)}: {transition}. "
        "Den som avgir, kan inviteres til oppstartsmøtet.",
    )


KIND = TaskKind(id="overgang", need=need)
