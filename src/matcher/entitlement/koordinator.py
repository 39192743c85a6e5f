"""Is the case owed a koordinator? (hol. § 7-2, pbrl. § 2-5 b; S002, S044, S071)."""

from datetime import date

from matcher.domain.case import Case
from matcher.domain.vocabulary import Role
from matcher.entitlement.condition import Answer, answer
from matcher.entitlement.counted_services import at_least, count
from matcher.entitlement.needs import lasting
from matcher.profiles.entitlement_lines import Counting
from matcher.profiles.profile import Profile

WORDS = {
    Counting.HEALTH_SERVICES: ("helsetjeneste", "helsetjenester"),
    Counting.HELP_INSTANCES: ("hjelpeinstans", "hjelpeinstanser"),
}
"""What is counted, as one and as many."""


def koordinator(case: Case, profile: Profile, on: date) -> Answer:
    """So many of the services that the municipality counts, and, by profile, a long-term need.

    Lyngdal counts health services (S044). Farsund counts help instances, without schools and
    kindergartens, and school health only beyond ordinary checks (S071, S113, S114).
    """
    line = profile.entitlement.koordinator
    found = count(case, on, line.counted, line.only_beyond_ordinary)
    conditions = [at_least(line.at_least, found, *WORDS[line.counting])]
    if line.requires_long_term_need:
        conditions.append(lasting(case, profile))
    return answer(case, Role.KOORDINATOR, tuple(conditions), line.source)
