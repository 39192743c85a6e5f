"""Area: the coordinator works where the person lives or goes to school.

100 for the same area, 0 for another. Never where the case or the coordinator has a blocked
address (Normen, faktaark 55): then neither the score nor the sentence says a word of place.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import Criterion
from matcher.domain.blocked_address import may_use_geography
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.wording import folded
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """100 for the same area, 0 for another; not known where geography may not be used."""
    codes: dict[str, int] = {}
    of_case = _codes([case.area for case in pairs.cases], codes).reshape(-1, 1)
    of_coordinator = _codes([c.area for c in pairs.coordinators], codes).reshape(1, -1)
    is_known = may_use_geography(pairs) & (of_case >= 0) & (of_coordinator >= 0)
    points = np.where(of_case == of_coordinator, 100, 0)
    return np.where(is_known, points, NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """The two areas, or that geography isn't used."""
    if not may_use_geography(pairs)[0, 0]:
        return "Område er ikke brukt, fordi en adresse er sperret."
    area, other = pairs.the_case.area, pairs.the_coordinator.area
    if area is None or other is None:
        missing = "saken" if area is None else "koordinatoren"
        return f"Område er ikke oppgitt for {missing}."
    if folded(area) == folded(other):
        return f"Samme område: {area.strip()}."
    return f"Saken hører til {area.strip()} og koordinatoren til {other.strip()}."


def _codes(areas: list[str | None], codes: dict[str, int]) -> NDArray[np.int32]:
    """A number for each area, the same for the same word; −1 where none is given."""
    found = [-1 if area is None else codes.setdefault(folded(area), len(codes)) for area in areas]
    return np.array(found, np.int32)


CRITERION = Criterion(id="omrade", scores=scores, because=because)
