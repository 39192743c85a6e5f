"""What the people of a service usually know, 0–3 a focus."""

from collections.abc import Mapping

from matcher.domain.focus import FIELD_OF, FocusLevels
from matcher.domain.vocabulary import Focus, Service
from matcher.sample.chance import Chance

S, F = Service, Focus

_USUAL: Mapping[Service, Mapping[Focus, int]] = {
    S.HEALTH_STATION: {F.SOMATIC: 2, F.SOCIAL: 2, F.MENTAL_HEALTH: 1, F.REDUCED_FUNCTION: 1},
    S.SCHOOL_HEALTH: {F.MENTAL_HEALTH: 2, F.SOCIAL: 2, F.SOMATIC: 1, F.EDUCATION: 1},
    S.MENTAL_HEALTH: {F.MENTAL_HEALTH: 3, F.SOCIAL: 2, F.BEHAVIOUR: 2, F.SUBSTANCE_USE: 1},
    S.SUBSTANCE_USE: {F.SUBSTANCE_USE: 3, F.MENTAL_HEALTH: 2, F.SOCIAL: 2},
    S.HOME_CARE: {F.SOMATIC: 3, F.REDUCED_FUNCTION: 2, F.SOCIAL: 1},
    S.HABILITATION: {F.REDUCED_FUNCTION: 3, F.SOMATIC: 2, F.EDUCATION: 1, F.BEHAVIOUR: 1},
    S.DISABILITY: {F.REDUCED_FUNCTION: 3, F.SOCIAL: 2, F.BEHAVIOUR: 2},
    S.PHYSIOTHERAPY: {F.SOMATIC: 3, F.REDUCED_FUNCTION: 2},
    S.OCCUPATIONAL_THERAPY: {F.REDUCED_FUNCTION: 3, F.SOMATIC: 2, F.EDUCATION: 1},
    S.BARNEVERN: {F.SOCIAL: 3, F.BEHAVIOUR: 2, F.MENTAL_HEALTH: 1, F.SUBSTANCE_USE: 1},
    S.PPT: {F.EDUCATION: 3, F.BEHAVIOUR: 2, F.REDUCED_FUNCTION: 1, F.SOCIAL: 1},
    S.SCHOOL: {F.EDUCATION: 3, F.BEHAVIOUR: 1, F.SOCIAL: 1},
    S.KINDERGARTEN: {F.EDUCATION: 2, F.BEHAVIOUR: 2, F.SOCIAL: 1},
    S.UPPER_SECONDARY: {F.EDUCATION: 3, F.SOCIAL: 1},
    S.NAV: {F.SOCIAL: 3, F.SUBSTANCE_USE: 1, F.MENTAL_HEALTH: 1},
    S.SERVICE_OFFICE: {F.SOCIAL: 2, F.REDUCED_FUNCTION: 1, F.SOMATIC: 1},
    S.SPECIALIST_HEALTH: {F.SOMATIC: 3, F.MENTAL_HEALTH: 2, F.REDUCED_FUNCTION: 2},
}


def draw_competence(chance: Chance, service: Service) -> FocusLevels:
    """What is usual for the service, now and then a step more or less; some not filled in."""
    if chance.yes(0.06):
        return FocusLevels()
    usual = _USUAL[service]
    levels: dict[str, int | None] = {}
    for focus, field in FIELD_OF.items():
        step = chance.weighted({0: 0.7, 1: 0.18, -1: 0.12})
        levels[field] = chance.unless(0.03, min(3, max(0, usual.get(focus, 0) + step)))
    return FocusLevels(**levels)
