"""Not the person, service, language or gender that the family does not want (S032, S128)."""

import numpy as np

from matcher.domain.pairs import MET, NOT_MET, Pairs, Verdicts, negated
from matcher.domain.wishes import in_words, is_about, wish_rows
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met where a wish against is about the coordinator; a missing fact is unknown."""
    row = wish_rows(pairs)
    unwanted = np.full(pairs.shape, NOT_MET, np.int8)
    for i, case in enumerate(pairs.cases):
        for wish in case.wishes:
            if not wish.wanted:
                unwanted[i] = np.maximum(unwanted[i], row(wish))
    return negated(unwanted)


def because(pairs: Pairs, profile: Profile) -> str:
    """What the family doesn't want that the coordinator is, or may be."""
    verdict = verdicts(pairs, profile)[0, 0]
    if verdict == MET:
        return "Familien har ikke sagt nei til denne koordinatoren."
    deciding = True if verdict == NOT_MET else None
    said = {
        in_words(wish): None
        for wish in pairs.the_case.wishes
        if not wish.wanted and is_about(wish, pairs.the_coordinator) is deciding
    }
    if verdict == NOT_MET:
        return f"Familien ønsker ikke {listed(said)}."
    return f"Familien ønsker ikke {listed(said)}; det er ikke oppgitt om det gjelder koordinatoren."


RULE = Rule(id="ikke_onsket", verdicts=verdicts, because=because)
