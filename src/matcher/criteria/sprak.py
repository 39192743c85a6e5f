"""Language: the coordinator and the family share one (S131; tolkeloven § 6).

100 where they share a language, 0 where they would need an interpreter. A language that isn't
given on either side isn't known: nobody is taken to speak Norwegian, or not to.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import Criterion
from matcher.domain.pairs import MET, NOT_KNOWN, Pairs, Scores
from matcher.domain.wording import folded, listed
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """100 where a language is shared."""
    of_cases = _speakers([case.languages for case in pairs.cases])
    of_coordinators = _speakers([c.languages for c in pairs.coordinators])
    shared = np.zeros(pairs.shape, np.bool_)
    for language in of_cases.keys() & of_coordinators.keys():
        shared |= of_cases[language].reshape(-1, 1) & of_coordinators[language].reshape(1, -1)
    is_known = (
        pairs.case_verdicts(lambda case: bool(case.languages))
        & pairs.coordinator_verdicts(lambda c: bool(c.languages))
    ) == MET
    return np.where(is_known, np.where(shared, 100, 0), NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """The languages of both."""
    family, coordinator = pairs.the_case.languages, pairs.the_coordinator.languages
    if not family:
        return "Familiens språk er ikke oppgitt."
    if not coordinator:
        return "Koordinatorens språk er ikke oppgitt."
    known = {folded(language) for language in coordinator}
    shared = [language for language in family if folded(language) in known]
    if shared:
        return f"Familien og koordinatoren snakker begge {listed(shared)}."
    return (
        f"Familien snakker {listed(family)} og koordinatoren {listed(coordinator)}. "
        "Kanskje det trengs tolk?"
    )


def _speakers(all_languages: list[tuple[str, ...]]) -> dict[str, NDArray[np.bool_]]:
    """For each language, who speaks it."""
    speakers: dict[str, NDArray[np.bool_]] = {}
    for i, languages in enumerate(all_languages):
        for language in languages:
            none = np.zeros(len(all_languages), np.bool_)
            speakers.setdefault(folded(language), none)[i] = True
    return speakers


CRITERION = Criterion(id="sprak", scores=scores, because=because)
