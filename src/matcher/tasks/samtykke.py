"""Consent, and with whom information is shared (S010, S012, S061, S093, S133, S170)."""

from datetime import timedelta

from matcher.domain.vocabulary import Consent
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import AfterStart
from matcher.tasks.task_kind import Need, Ready, TaskKind


def need(ready: Ready, line: AfterStart, profile: Profile) -> Need | None:
    """Until consent is given, and it is said for whom."""
    case = ready.case
    if case.consent is Consent.GIVEN and case.consent_scope:
        return None
    return Need(due=ready.starts + timedelta(days=line.due_days), note=_note(case.consent))


def _note(consent: Consent | None) -> str | None:
    if consent is Consent.GIVEN:
        return "Samtykket er gitt, men det er ikke notert hvem det gjelder for."
    if consent is Consent.REFUSED:
        return "Det er ikke samtykket. Ingenting deles før det er spurt igjen."
    return "Samtykket gjelder bare noen tjenester." if consent is Consent.PARTIAL else None


KIND = TaskKind(id="samtykke", need=need)
