"""What a case says of the need itself: how long it lasts, and how serious it is."""

from matcher.domain.case import Case
from matcher.entitlement.condition import Condition
from matcher.profiles.profile import Profile


def long_term_need(case: Case, profile: Profile) -> bool | None:
    """Whether the need is long-term; ``None`` where nothing tells.

    The case's own word comes first. Where it is silent, a BTI level may tell it, in a
    municipality that says what the level means (S001).
    """
    if case.long_term_need is not None:
        return case.long_term_need
    line, level = profile.entitlement.long_term_need, case.bti_level
    if line is not None and level is not None and level >= line.from_bti_level:
        return True
    return None


def lasting(case: Case, profile: Profile) -> Condition:
    """The need is long-term (hol. § 7-2)."""
    holds = long_term_need(case, profile)
    if holds is None:
        return Condition(None, "om behovet er langvarig")
    if not holds:
        return Condition(False, "behovet er ikke langvarig")
    by_level = case.long_term_need is None
    return Condition(True, f"behovet er langvarig{' (BTI-nivået sier det)' if by_level else ''}")


def serious(case: Case) -> Condition:
    """Serious illness, injury or reduced function; no diagnosis is asked for (hol. § 7-2 a)."""
    what = "alvorlig sykdom, skade eller nedsatt funksjonsevne"
    if case.serious_condition is None:
        return Condition(None, f"om barnet har {what}")
    if case.serious_condition:
        return Condition(True, f"barnet har {what}")
    return Condition(False, f"det er ikke opplyst om {what}")
