"""Whether the case is about a child, as far as birth month and subject tell."""

from datetime import date

from matcher.domain.case import Case
from matcher.domain.vocabulary import Subject
from matcher.entitlement.condition import Condition

MAJORITY_YEARS = 18
"""The age the words *barn* and *voksen* part at (vergemålsloven § 8)."""


def under(case: Case, years: int, on: date) -> Condition:
    """Under so many years on the day, or not born.

    Only the birth month is known, so the whole month of the birthday counts as before it: a
    right is not taken away on a guess. Without a birth month, *barn* is under 18 and *voksen*
    is not; a *ungdom* may be either.
    """
    is_under = _is_under(case, years, on)
    if is_under is None:
        return Condition(None, f"om personen er under {years} år (fødselsmåned mangler)")
    if case.subject is Subject.UNBORN:
        return Condition(True, "barnet er ikke født")
    return Condition(is_under, f"personen er {'' if is_under else 'ikke '}under {years} år")


def has_birthday_this_month(case: Case, years: int, on: date) -> bool:
    """Turns so many years in the month of the day."""
    born = case.birth_month
    return born is not None and (born.year + years, born.month) == (on.year, on.month)


def _is_under(case: Case, years: int, on: date) -> bool | None:
    if case.subject is Subject.UNBORN:
        return True
    if (born := case.birth_month) is not None:
        return (on.year, on.month) <= (born.year + years, born.month)
    if case.subject is Subject.CHILD and years >= MAJORITY_YEARS:
        return True
    if case.subject is Subject.ADULT and years <= MAJORITY_YEARS:
        return False
    return None
