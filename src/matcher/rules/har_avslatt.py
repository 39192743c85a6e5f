"""Not the one who was asked and has declined this case (S100).

A person may decline a case; a unit can't decline the work (S081).
"""

import numpy as np

from matcher.domain.pairs import MET, NOT_MET, Pairs, Verdicts
from matcher.domain.vocabulary import RelationKind
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met where the coordinator has declined the case."""
    declined = pairs.marked(
        lambda case: (r.coordinator for r in case.relations if r.kind is RelationKind.HAS_DECLINED)
    )
    return np.where(declined, NOT_MET, MET)


def because(pairs: Pairs, profile: Profile) -> str:
    """Whether the coordinator has declined."""
    if verdicts(pairs, profile)[0, 0] == NOT_MET:
        return "Koordinatoren er spurt om denne saken, og har takket nei."
    return "Koordinatoren har ikke takket nei til saken."


RULE = Rule(id="har_avslatt", verdicts=verdicts, because=because)
