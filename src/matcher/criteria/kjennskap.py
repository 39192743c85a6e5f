"""Kjennskap og tillit: who already knows the family (S086, S128).

Success rests on a safe, trusting relation. The score is the best of what is recorded: knows
the family, is the coordinator today, is a service's contact in the case, has been coordinator
before; the points of each are the profile's. Where the case records nobody at all, nothing is
known; where it records others, the coordinator scores 0.
"""

from collections.abc import Iterator

import numpy as np

from matcher.criteria.criterion import Criterion
from matcher.domain.case import Case
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.vocabulary import RelationKind
from matcher.domain.wording import listed
from matcher.profiles.criterion_lines import Kjennskap
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The best of the ways in which the coordinator knows the family."""
    points = np.full(pairs.shape, NOT_KNOWN, np.int8)
    for i, case in enumerate(pairs.cases):
        for coordinator_id, known_points, _ in _acquaintances(case, profile.criteria.kjennskap):
            points[i] = np.maximum(points[i], 0)
            if (j := pairs.coordinator_index.get(coordinator_id)) is not None:
                points[i, j] = max(points[i, j], known_points)
    return points


def because(pairs: Pairs, profile: Profile) -> str:
    """How the coordinator knows the family."""
    known = list(_acquaintances(pairs.the_case, profile.criteria.kjennskap))
    if not known:
        return "Det er ikke oppgitt hvem familien kjenner."
    words = dict.fromkeys(word for who, _, word in known if who == pairs.the_coordinator.id)
    if not words:
        return "Familien kjenner andre, men det er ikke oppgitt at de kjenner koordinatoren."
    return f"Koordinatoren {listed(words)}."


def _acquaintances(case: Case, line: Kjennskap) -> Iterator[tuple[str, int, str]]:
    """Coordinator id, points and words for each way in which somebody knows the family."""
    for relation in case.relations:
        if relation.kind is RelationKind.KNOWS_FAMILY:
            yield relation.coordinator, line.knows_family, "kjenner familien"
        if relation.kind is RelationKind.EARLIER_COORDINATOR:
            yield relation.coordinator, line.earlier_coordinator, "har vært koordinator før"
    if case.current_coordinator is not None:
        yield case.current_coordinator, line.current_coordinator, "er koordinator i dag"
    for row in case.services:
        if row.contact is not None:
            yield row.contact, line.contact_in_case, f"er kontaktperson for {row.service}"


CRITERION = Criterion(id="kjennskap", scores=scores, because=because)
