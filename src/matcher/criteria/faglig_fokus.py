"""Faglig fokus: the case's needs against the coordinator's competence (S029, S053, S121).

The score is the sum over the foci of the smaller of need and competence, as a share of the
needs: the mean of how far each need is met, weighed by the need. Competence beyond a need
counts for nothing, and a focus without need isn't looked at. A focus where the competence isn't
known is left out of both sums; where that is more than half of the needs, or no need is known,
the score isn't known: a lesser need met must not stand in for the greatest.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import Criterion, percent
from matcher.domain.focus import FocusLevels
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.vocabulary import Focus
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile

MISSING = np.int8(-1)


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """How much of the known needs the coordinator's competence meets."""
    needs = np.zeros((len(pairs.cases), 1), np.int8)
    needed = np.zeros(pairs.shape, np.int8)
    met = np.zeros(pairs.shape, np.int8)
    for focus in Focus:
        need = _levels(focus, [case.focus for case in pairs.cases]).reshape(-1, 1)
        competence = _levels(focus, [c.competence for c in pairs.coordinators]).reshape(1, -1)
        is_known = (need != MISSING) & (competence != MISSING)
        needs += np.maximum(need, 0)
        needed += np.where(is_known, need, 0)
        met += np.where(is_known, np.minimum(need, competence), 0)
    is_known = 2 * needed >= needs
    share = percent(met, needed)
    return np.where(is_known, share, NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """Each need with the competence beside it."""
    needs, competence = pairs.the_case.focus, pairs.the_coordinator.competence
    told = [
        f"{focus} {need} (kompetanse {_or_missing(competence.level(focus))})"
        for focus in Focus
        if (need := needs.level(focus))
    ]
    if not told:
        return "Ingen faglige behov er oppgitt i saken."
    return f"Behov 0–3 og koordinatorens kompetanse 0–3: {listed(told)}."


def _levels(focus: Focus, all_levels: list[FocusLevels]) -> NDArray[np.int8]:
    found = (levels.level(focus) for levels in all_levels)
    return np.array([MISSING if level is None else level for level in found], np.int8)


def _or_missing(level: int | None) -> str:
    return "ikke oppgitt" if level is None else str(level)


CRITERION = Criterion(id="faglig_fokus", scores=scores, because=because)
