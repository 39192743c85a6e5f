"""A teacher or pedagogue often lacks knowledge or resources to be coordinator (S008).

A penalty, never a ban, and only for the roles that the profile names: in the source, the role
without a legal claim.
"""

import numpy as np

from matcher.criteria.criterion import Criterion
from matcher.domain.known import among
from matcher.domain.pairs import MET, NOT_KNOWN, UNKNOWN, Pairs, Scores
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """0 for the profile's services and 100 for others, in the roles it is about."""
    line = profile.criteria.pedagog
    is_pedagogue = pairs.coordinator_verdicts(lambda c: among(c.service, line.services))
    is_known = (pairs.role_verdicts(line.roles) == MET) & (is_pedagogue != UNKNOWN)
    points = np.where(is_pedagogue == MET, 0, 100)
    return np.where(is_known, points, NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """The coordinator's service, in the roles that the criterion is about."""
    line, service = profile.criteria.pedagog, pairs.the_coordinator.service
    if pairs.the_role not in line.roles:
        return f"Gjelder ikke rollen {pairs.the_role}."
    if service is None:
        return "Koordinatorens tjeneste er ikke oppgitt."
    if service in line.services:
        return f"Ansatte i {service} har ofte ikke nok kunnskap eller tid til denne rollen."
    return f"Koordinatorens tjeneste er {service}, ikke lærer eller pedagog."


CRITERION = Criterion(id="pedagog", scores=scores, because=because)
