"""A coordinator is a service provider (S069, S125), not one who only handles applications."""

from matcher.domain.known import among
from matcher.domain.pairs import Pairs, Verdicts, negated
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met for services that the profile doesn't count as providers, 1 × m."""
    not_providers = profile.rules.tjenesteyter.not_providers
    return negated(pairs.coordinator_verdicts(lambda c: among(c.service, not_providers)))


def because(pairs: Pairs, profile: Profile) -> str:
    """The coordinator's service, and whether it provides services to people."""
    service = pairs.the_coordinator.service
    if service is None:
        return "Koordinatorens tjeneste er ikke oppgitt."
    if service in profile.rules.tjenesteyter.not_providers:
        return f"Koordinatorens tjeneste er {service}, som ikke regnes som tjenesteyter."
    return f"Koordinatorens tjeneste, {service}, er en tjenesteyter."


RULE = Rule(id="tjenesteyter", verdicts=verdicts, because=because)
