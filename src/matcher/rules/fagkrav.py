"""A municipality's own demand on the coordinator's service and employer.

No law asks for it, and S126 forbids a profession filter in Ås: off unless a profile sets it.
"""

from matcher.domain.pairs import Pairs, Verdicts
from matcher.profiles.profile import Profile
from matcher.rules.helse_og_omsorg import comes_from, comes_from_in_words
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met for the services and employers that the municipality asks for, 1 × m."""
    return comes_from(pairs, profile.rules.fagkrav)


def because(pairs: Pairs, profile: Profile) -> str:
    """The coordinator's service and employer beside those the municipality asks for."""
    return comes_from_in_words(pairs, profile.rules.fagkrav)


RULE = Rule(id="fagkrav", verdicts=verdicts, because=because)
