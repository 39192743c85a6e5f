"""No coordinator from barnevern while barnevern is in the undersøkelse phase (S115).

In that phase it isn't known whether there will be a barnevern case at all. The phase lasts
three months, at most six (bvl. § 2-2), so the ban has a day on which it is looked at again;
it ends when KE changes the phase, never by the calendar alone.
"""

from datetime import date

import numpy as np

from matcher.domain.case import Case
from matcher.domain.known import among, any_of
from matcher.domain.months import months_after
from matcher.domain.pairs import MET, NOT_MET, Pairs, Verdicts, negated
from matcher.domain.running_services import barnevern_phases, running
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.domain.wording import written
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met for a barnevern coordinator in undersøkelse; unknown phase is unknown."""
    from_barnevern = pairs.coordinator_verdicts(lambda c: among(c.service, {Service.BARNEVERN}))
    in_undersokelse = pairs.case_verdicts(lambda case: _in_undersokelse(case, pairs.on))
    return np.maximum(negated(from_barnevern), negated(in_undersokelse))


def because(pairs: Pairs, profile: Profile) -> str:
    """The phase, its start and the day to look at the ban again."""
    case, coordinator = pairs.the_case, pairs.the_coordinator
    verdict = verdicts(pairs, profile)[0, 0]
    if verdict == NOT_MET:
        return _ban(case, pairs.on, profile.rules.barnevern_undersokelse.review_after_months)
    if verdict != MET and coordinator.service is None:
        return "Det er ikke oppgitt om koordinatoren arbeider i barnevernet."
    if verdict != MET:
        return "Det er ikke oppgitt hvilken fase barnevernet er i."
    if coordinator.service is not Service.BARNEVERN:
        return "Gjelder bare koordinatorer fra barnevernet, eller saker i undersøkelse."
    return "Barnevernet er ikke i undersøkelse i saken."


def _in_undersokelse(case: Case, on: date) -> bool | None:
    phases = barnevern_phases(case, on)
    return any_of(among(phase, {BarnevernPhase.UNDERSOKELSE}) for phase in phases)


def _ban(case: Case, on: date, review_after_months: int) -> str:
    starts = [
        row.phase_since
        for row in running(case, on)
        if row.service is Service.BARNEVERN and row.phase is BarnevernPhase.UNDERSOKELSE
    ]
    since = max((start for start in starts if start is not None), default=None)
    if since is None:
        return (
            "Barnevernet er i undersøkelse, og det er ikke oppgitt siden når. "
            f"Forbudet ses på igjen {review_after_months} måneder etter at undersøkelsen begynte."
        )
    review = months_after(since, review_after_months)
    has_been = f"Barnevernet har vært i undersøkelse siden {written(since)}"
    if review <= on:
        return (
            f"{has_been}; forbudet skulle ses på igjen {written(review)}. "
            "Kanskje undersøkelsen er ferdig, og fasen kan rettes?"
        )
    return f"{has_been}; forbudet ses på igjen {written(review)}."


RULE = Rule(id="barnevern_undersokelse", verdicts=verdicts, because=because)
