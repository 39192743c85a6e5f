"""Employees of the municipal health and care service fill the roles (S049; S009 widens it)."""

import numpy as np

from matcher.domain.known import among
from matcher.domain.pairs import Pairs, Verdicts
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import ByService
from matcher.rules.rule import Rule


def comes_from(pairs: Pairs, line: ByService) -> Verdicts:
    """Whether both service and employer are among those the line names, 1 × m."""
    return np.minimum(
        pairs.coordinator_verdicts(lambda c: among(c.service, line.services)),
        pairs.coordinator_verdicts(lambda c: among(c.employer, line.employers)),
    )


def comes_from_in_words(pairs: Pairs, line: ByService) -> str:
    """The coordinator's service and employer beside those the line names."""
    coordinator = pairs.the_coordinator
    return (
        f"Koordinatorens tjeneste er {coordinator.service or 'ikke oppgitt'} og arbeidsgiver "
        f"{coordinator.employer or 'ikke oppgitt'}. Her skal koordinator komme fra "
        f"{listed(line.services)}, med arbeidsgiver {listed(line.employers)}."
    )


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met for the services and employers that the profile counts as health and care."""
    return comes_from(pairs, profile.rules.helse_og_omsorg)


def because(pairs: Pairs, profile: Profile) -> str:
    """The coordinator's service and employer beside those of health and care."""
    return comes_from_in_words(pairs, profile.rules.helse_og_omsorg)


RULE = Rule(id="helse_og_omsorg", verdicts=verdicts, because=because)
