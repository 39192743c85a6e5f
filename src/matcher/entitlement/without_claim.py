"""Is the case in a role without a legal claim: koordinator uten rettskrav, or stafettholder?

Koordinator uten rettskrav is Lyngdal's older second role (S007, S009); stafettholder is BTI's
(S001, S040). Both begin at a BTI level, lower where the need was seen early (S038).
"""

from datetime import date

from matcher.domain.case import Case
from matcher.domain.vocabulary import Role
from matcher.entitlement.condition import Answer, Condition, answer
from matcher.entitlement.counted_services import at_least, count
from matcher.profiles.entitlement_lines import ChildRole
from matcher.profiles.profile import Profile

NOT_USED = Answer(False, ())
"""A role that the municipality doesn't have is nothing to tell of a case."""


def koordinator_without_claim(case: Case, profile: Profile, on: date) -> Answer:
    """Extensive coordination, with no claim by health law (S007)."""
    line = profile.entitlement.koordinator_without_claim
    return _answer(case, Role.KOORDINATOR_WITHOUT_CLAIM, line, on)


def stafettholder(case: Case, profile: Profile, on: date) -> Answer:
    """The one nearest to the child keeps the baton (S040)."""
    return _answer(case, Role.STAFETTHOLDER, profile.entitlement.stafettholder, on)


def _answer(case: Case, role: Role, line: ChildRole, on: date) -> Answer:
    if not line.is_used:
        return NOT_USED
    conditions = [_level(case, line)]
    if line.at_least:
        found = count(case, on, line.counted)
        conditions.append(at_least(line.at_least, found, "tjeneste", "tjenester"))
    return answer(case, role, tuple(conditions), line.source)


def _level(case: Case, line: ChildRole) -> Condition:
    level, early = case.bti_level, line.from_bti_level_when_found_early
    if level is None:
        return Condition(None, "hvilket BTI-nivå saken har")
    if level >= line.from_bti_level:
        return Condition(True, f"saken er på BTI-nivå {level}")
    if level < early or case.found_early is False:
        return Condition(False, f"saken er på BTI-nivå {level}")
    if case.found_early is None:
        return Condition(None, "om behovet ble sett tidlig")
    return Condition(True, f"saken er på BTI-nivå {level}, og behovet ble sett tidlig")
