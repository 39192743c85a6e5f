"""The services coordinators come from (S079), and those that may be more natural (S080).

No service on the list may opt out (S081): the rule asks for the service alone, and nothing
a unit says of itself takes it off the list.
"""

import numpy as np

from matcher.domain.case import Case
from matcher.domain.known import among
from matcher.domain.pairs import Pairs, Verdicts
from matcher.domain.vocabulary import Arena
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule

EDUCATION = {Arena.KINDERGARTEN, Arena.SCHOOL}


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met for a listed service, or a natural one where help spans home and education."""
    line = profile.rules.aktuelle_enheter
    is_listed = pairs.coordinator_verdicts(lambda c: among(c.service, line.services))
    may_be_natural = pairs.coordinator_verdicts(lambda c: among(c.service, line.also_when_natural))
    return np.maximum(is_listed, np.minimum(may_be_natural, pairs.case_verdicts(_spans)))


def because(pairs: Pairs, profile: Profile) -> str:
    """The coordinator's service, and whether help spans home and education."""
    line, service = profile.rules.aktuelle_enheter, pairs.the_coordinator.service
    if service is None:
        return "Koordinatorens tjeneste er ikke oppgitt."
    named = f"Tjenesten {service}"
    if service in line.services:
        return f"{named} er blant de aktuelle tjenestene."
    if service not in line.also_when_natural:
        return f"{named} er ikke blant de aktuelle tjenestene ({listed(line.services)})."
    spans = _spans(pairs.the_case)
    if spans is None:
        return f"{named} er aktuell når hjelpen gis både hjemme og i opplæring; arena mangler."
    given = listed(pairs.the_case.arenas)
    if spans:
        return f"{named} er en naturlig koordinator, fordi hjelpen gis både i {given}."
    return f"{named} er bare aktuell når hjelpen gis både hjemme og i opplæring; her: {given}."


def _spans(case: Case) -> bool | None:
    """Whether help spans both home and education; no arena given is not known."""
    if not case.arenas:
        return None
    return Arena.HOME in case.arenas and not EDUCATION.isdisjoint(case.arenas)


RULE = Rule(id="aktuelle_enheter", verdicts=verdicts, because=because)
