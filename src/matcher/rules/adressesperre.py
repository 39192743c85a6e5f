"""Blocked address of the case or the coordinator: no geography is used (Normen, faktaark 55).

The rule warns and never refuses; that place is left out of every criterion follows from
``matcher.domain.blocked_address``, which the rule reads too. An empty cell of a case is not
known and is asked about; an employee's is taken as no block, as it is entered only where
there is one.
"""

import numpy as np

from matcher.domain.blocked_address import may_use_geography
from matcher.domain.pairs import MET, NOT_MET, UNKNOWN, Pairs, Verdicts
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met where geography may not be used; unknown where the case doesn't say."""
    is_told = pairs.case_verdicts(lambda case: True if case.address_block is not None else None)
    return np.where(may_use_geography(pairs), np.where(is_told == MET, MET, UNKNOWN), NOT_MET)


def because(pairs: Pairs, profile: Profile) -> str:
    """Whether geography is used, without a word of any place or of whose address it is."""
    verdict = verdicts(pairs, profile)[0, 0]
    if verdict == MET:
        return "Ingen adressesperre er oppgitt."
    if verdict == UNKNOWN:
        return "Det er ikke oppgitt om saken har adressesperre."
    return (
        "En adresse er sperret. Geografi er ikke brukt i vurderingen, "
        "og ingenting som viser hvor noen er, kan deles."
    )


RULE = Rule(id="adressesperre", verdicts=verdicts, because=because)
