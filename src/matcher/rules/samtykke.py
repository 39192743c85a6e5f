"""Consent: without it nothing may be shared; the matching itself goes on (S011, S012).

So the rule warns and never refuses. A partial consent covers the services it names.
"""

import numpy as np

from matcher.domain.by_service import by_service
from matcher.domain.case import Case
from matcher.domain.known import among
from matcher.domain.pairs import MET, NOT_MET, UNKNOWN, Pairs, Verdicts
from matcher.domain.vocabulary import Consent, Service
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met where information may be shared with the coordinator's service."""
    return by_service(pairs, _may_share)


def because(pairs: Pairs, profile: Profile) -> str:
    """What the consent says of sharing with the coordinator's service."""
    case, service = pairs.the_case, pairs.the_coordinator.service
    if case.consent is None:
        return "Det er ikke oppgitt om det er gitt samtykke. Ingen opplysninger kan deles ennå."
    if case.consent is Consent.GIVEN:
        return "Det er gitt samtykke til å dele opplysninger."
    if case.consent is not Consent.PARTIAL:
        given = "gitt nei til" if case.consent is Consent.REFUSED else "ikke hentet inn"
        return f"Det er {given} samtykke. Ingen opplysninger kan deles."
    if not case.consent_scope:
        return "Samtykket er delvis, og det er ikke oppgitt hvem det omfatter."
    return (
        f"Samtykket omfatter {listed(case.consent_scope)}; koordinatorens tjeneste er "
        f"{service or 'ikke oppgitt'}."
    )


def _may_share(case: Case, service: Service | None) -> np.int8:
    match case.consent:
        case None:
            return UNKNOWN
        case Consent.GIVEN:
            return MET
        case Consent.REFUSED | Consent.NOT_ASKED:
            return NOT_MET
        case Consent.PARTIAL:
            covered = among(service, case.consent_scope) if case.consent_scope else None
            return UNKNOWN if covered is None else (MET if covered else NOT_MET)


RULE = Rule(id="samtykke", verdicts=verdicts, because=because)
