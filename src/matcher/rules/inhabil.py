"""Not inhabil: kin, foster family, own case, or the one who decides the family's applications.

Fvl. § 6; S022 for applications and complaints, which a coordinator helps with and so can't decide.
"""

import numpy as np

from matcher.domain.pairs import MET, NOT_MET, Pairs, Verdicts
from matcher.domain.vocabulary import RelationKind
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule

IN_WORDS = {
    RelationKind.KIN: "er i slekt med familien",
    RelationKind.FOSTER_FAMILY: "hører til fosterfamilien",
    RelationKind.OWN_CASE: "er selv part i saken",
    RelationKind.DECIDES_APPLICATIONS: "avgjør familiens søknader eller klager",
}
"""The relations that make a coordinator inhabil."""


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Not met where a relation that makes inhabil is recorded; none recorded is met."""
    inhabil = pairs.marked(
        lambda case: (r.coordinator for r in case.relations if r.kind in IN_WORDS)
    )
    return np.where(inhabil, NOT_MET, MET)


def because(pairs: Pairs, profile: Profile) -> str:
    """The relations that make the coordinator inhabil."""
    kinds = {r.kind for r in pairs.the_case.relations if r.coordinator == pairs.the_coordinator.id}
    found = [words for kind, words in IN_WORDS.items() if kind in kinds]
    if not found:
        return "Ingen relasjon som gjør koordinatoren inhabil, er oppgitt."
    return f"Koordinatoren {listed(found)}."


RULE = Rule(id="inhabil", verdicts=verdicts, because=because)
