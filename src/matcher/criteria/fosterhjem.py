"""For foster children barnevern is the natural coordinator (S116).

Only for a case where barnevern is in the foster home phase; of others the criterion has
nothing to say.
"""

import numpy as np

from matcher.criteria.criterion import Criterion
from matcher.domain.known import among, any_of
from matcher.domain.pairs import MET, NOT_KNOWN, UNKNOWN, Pairs, Scores
from matcher.domain.running_services import barnevern_phases
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """100 for barnevern and 0 for others, where the child lives in a foster home."""
    from_barnevern = pairs.coordinator_verdicts(lambda c: among(c.service, {Service.BARNEVERN}))
    is_foster = pairs.case_verdicts(
        lambda case: any_of(
            among(phase, {BarnevernPhase.FOSTER_HOME}) for phase in barnevern_phases(case, pairs.on)
        )
    )
    points = np.where(from_barnevern == MET, 100, 0)
    is_known = (is_foster == MET) & (from_barnevern != UNKNOWN)
    return np.where(is_known, points, NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """Whether the child lives in a foster home, and whether the coordinator is from barnevern."""
    phases = barnevern_phases(pairs.the_case, pairs.on)
    if BarnevernPhase.FOSTER_HOME not in phases:
        if None in phases:
            return "Det er ikke oppgitt hvilken fase barnevernet er i."
        return "Saken gjelder ikke et barn i fosterhjem."
    service = pairs.the_coordinator.service
    return (
        "Barnet bor i fosterhjem, og da er barnevernet naturlig koordinator. "
        f"Koordinatorens tjeneste er {service or 'ikke oppgitt'}."
    )


CRITERION = Criterion(id="fosterhjem", scores=scores, because=because)
