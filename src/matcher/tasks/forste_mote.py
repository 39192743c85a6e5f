"""The first meeting of the ansvarsgruppe (S017, S064, S072, S095, S136, S150, S178)."""

from datetime import timedelta

from matcher.domain.vocabulary import Consent
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Where the case had no coordinator before; consent comes first (S144)."""
    if ready.decision.takes_over_from is not None:
        return None
    agreed = ready.case.consent is Consent.GIVEN
    return Need(
        due=ready.starts + timedelta(days=line.due_days),
        note=None if agreed else "Samtykket må være på plass før ansvarsgruppa opprettes.",
    )


KIND = TaskKind(id="forste_mote", need=need, is_meeting=True)
