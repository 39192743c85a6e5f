"""Employed by the municipality from the transition to upper secondary school (S108).

A coordinator is meant to stay (S031), so the rule is about a case from when that transition is
its next one: who is appointed now shall follow the person through it. It is also about a young
person past it, by the next transition or, where none is given, by age. It isn't about adults:
the source speaks of the change of school.
"""

from datetime import date

import numpy as np

from matcher.domain.case import Case
from matcher.domain.known import among
from matcher.domain.pairs import Pairs, Verdicts, negated
from matcher.domain.vocabulary import Employer, Subject, Transition
from matcher.domain.wording import written
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule

IN_ORDER = tuple(Transition)

YEAR_OF_LIFE = {
    Transition.HEALTH_STATION_TO_KINDERGARTEN: 1,
    Transition.KINDERGARTEN_TO_SCHOOL: 6,
    Transition.PRIMARY_TO_LOWER_SECONDARY: 13,
    Transition.TO_UPPER_SECONDARY: 16,
    Transition.TO_ADULT: 18,
}
"""The age one turns in the calendar year of the transition: school begins in the year one turns
six and lasts ten years (opplæringslova § 2-1). Kindergarten at one is common practice."""

SCHOOL_STARTS = (8, 1)
"""Month and day on which a school year begins."""


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met where the rule is about the case and the employer isn't the municipality."""
    line = profile.rules.kommunalt_ansatt
    about = pairs.case_verdicts(lambda case: _is_about(case, pairs.on, line.from_transition))
    municipal = pairs.coordinator_verdicts(lambda c: among(c.employer, {Employer.MUNICIPALITY}))
    return np.maximum(negated(about), municipal)


def because(pairs: Pairs, profile: Profile) -> str:
    """The transition with its date, or the age, and the coordinator's employer."""
    case, employer = pairs.the_case, pairs.the_coordinator.employer
    transition = profile.rules.kommunalt_ansatt.from_transition
    about = _is_about(case, pairs.on, transition)
    if about is False:
        return (
            f"Saken er ikke kommet til overgangen {transition}, eller gjelder ikke en ung person."
        )
    employed = f"koordinatorens arbeidsgiver er {employer or 'ikke oppgitt'}"
    if about is None:
        return (
            f"Det er ikke oppgitt om saken er kommet til overgangen {transition}; {employed}. "
            "Kanskje neste overgang eller fødselsmåned kan fylles ut?"
        )
    if case.next_transition is transition:
        day = f" {written(case.transition_date)}" if case.transition_date else ", uten dato"
        return f"Neste overgang er {transition}{day}; {employed}."
    return f"Personen er forbi overgangen {transition}; {employed}."


def _is_about(case: Case, on: date, transition: Transition) -> bool | None:
    if case.subject in (Subject.ADULT, Subject.UNBORN):
        return False
    if case.next_transition is not None:
        return IN_ORDER.index(case.next_transition) >= IN_ORDER.index(transition)
    if case.birth_month is None:
        return None
    return on >= date(case.birth_month.year + YEAR_OF_LIFE[transition], *SCHOOL_STARTS)


RULE = Rule(id="kommunalt_ansatt", verdicts=verdicts, because=because)
