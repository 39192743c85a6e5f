"""Arenadekning: the coordinator's service reaches where the person's days are lived (S080).

Some services are more natural coordinators where help spans home and education. The score is
the share of the case's arenas that the service reaches, by the profile's table. Arenas are
kinds of places, never addresses, so a blocked address doesn't matter here.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

import numpy as np

from matcher.criteria.criterion import Criterion, percent_of
from matcher.domain.by_service import by_service
from matcher.domain.case import Case
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.vocabulary import Arena, Service
from matcher.domain.wording import listed, sentence
from matcher.profiles.profile import Profile

ReachedBy = Mapping[Arena, Collection[Service]]


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The share of the case's arenas that the coordinator's service reaches."""
    reached_by = profile.criteria.arenadekning.reached_by

    def share(case: Case, service: Service | None) -> int | np.int8:
        if service is None or not case.arenas:
            return NOT_KNOWN
        return percent_of(Fraction(len(_reached(case, service, reached_by)), len(case.arenas)))

    return by_service(pairs, share)


def because(pairs: Pairs, profile: Profile) -> str:
    """The arenas, and those that the coordinator's service reaches."""
    case, service = pairs.the_case, pairs.the_coordinator.service
    if not case.arenas:
        return "Det er ikke oppgitt hvor hjelpen gis."
    if service is None:
        return "Koordinatorens tjeneste er ikke oppgitt."
    reached = _reached(case, service, profile.criteria.arenadekning.reached_by)
    missed = [arena for arena in case.arenas if arena not in reached]
    parts = [f"når fram til {listed(reached)}"] if reached else []
    parts += [f"når ikke fram til {listed(missed)}"] if missed else []
    return sentence(f"{service} {', men '.join(parts)}.")


def _reached(case: Case, service: Service, reached_by: ReachedBy) -> list[Arena]:
    return [arena for arena in case.arenas if service in reached_by.get(arena, ())]


CRITERION = Criterion(id="arenadekning", scores=scores, because=because)
