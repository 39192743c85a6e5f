"""The consent goes to KE for the journal (S145)."""

from datetime import timedelta

from matcher.domain.vocabulary import Consent
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """For somebody new, or where the consent is older than none."""
    if not ready.is_new and ready.case.consent is Consent.GIVEN:
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days))


KIND = TaskKind(id="samtykke_til_ke", need=need)
