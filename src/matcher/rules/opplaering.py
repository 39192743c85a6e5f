"""The coordinator has had the training for the role (S127).

By profile, who lacks it is refused, or is to be trained before the start. No date is not
known, rather than not trained.
"""

from matcher.domain.pairs import Pairs, Verdicts
from matcher.domain.wording import written
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met where training was done by the day of the round, 1 × m; a later day is not met."""
    return pairs.coordinator_verdicts(
        lambda c: None if c.training_date is None else c.training_date <= pairs.on
    )


def because(pairs: Pairs, profile: Profile) -> str:
    """The day of the training."""
    day = pairs.the_coordinator.training_date
    if day is None:
        return "Det er ikke oppgitt når koordinatoren hadde opplæring i rollen."
    if day <= pairs.on:
        return f"Koordinatoren hadde opplæring i rollen {written(day)}."
    return f"Koordinatoren har opplæring i rollen først {written(day)}."


RULE = Rule(id="opplaering", verdicts=verdicts, because=because)
