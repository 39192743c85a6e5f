"""Patterns of need: which services come together, at which age, and what they are about.

The shares are this sample's own. They are chosen to look like a municipality's list, and are
no statistics of anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain.vocabulary import Focus, Service
from matcher.sample.lives import Stage

S, F = Service, Focus


@dataclass(frozen=True, eq=False)
class Pattern:
    """One kind of need. Shares are 0–1; focus levels are from–to on the scale 0–3."""

    stages: Mapping[Stage, float]
    services: Mapping[Service, float]
    focus: Mapping[Focus, tuple[int, int]]
    serious: float
    """How many have a serious illness, injury or reduced function."""
    lasting: float
    """How many have a long-term need."""


_YOUNG = {Stage.AT_HOME: 4.0, Stage.KINDERGARTEN: 4.0}
_PUPIL = {Stage.PRIMARY: 3.0, Stage.LOWER_SECONDARY: 3.0, Stage.UPPER_SECONDARY: 3.0}

PATTERNS: tuple[Pattern, ...] = (
    Pattern(  # reduced function from birth
        stages=_YOUNG | _PUPIL | {Stage.ADULT: 1.5},
        services={
            S.HABILITATION: 0.65,
            S.PHYSIOTHERAPY: 0.6,
            S.OCCUPATIONAL_THERAPY: 0.5,
            S.DISABILITY: 0.55,
            S.SPECIALIST_HEALTH: 0.6,
            S.PPT: 0.6,
            S.GP: 0.3,
            S.SERVICE_OFFICE: 0.1,
        },
        focus={
            F.REDUCED_FUNCTION: (2, 3),
            F.SOMATIC: (0, 2),
            F.EDUCATION: (0, 2),
            F.SOCIAL: (0, 1),
        },
        serious=0.95,
        lasting=0.98,
    ),
    Pattern(  # serious illness of the body
        stages={Stage.UNBORN: 3.0, Stage.AT_HOME: 3.0} | dict.fromkeys(_PUPIL, 1.0),
        services={
            S.SPECIALIST_HEALTH: 0.95,
            S.GP: 0.6,
            S.PHYSIOTHERAPY: 0.45,
            S.HOME_CARE: 0.4,
            S.HEALTH_STATION: 0.5,
            S.OCCUPATIONAL_THERAPY: 0.25,
            S.MENTAL_HEALTH: 0.15,
        },
        focus={F.SOMATIC: (2, 3), F.REDUCED_FUNCTION: (0, 2), F.MENTAL_HEALTH: (0, 1)},
        serious=0.95,
        lasting=0.92,
    ),
    Pattern(  # mental health
        stages={
            Stage.PRIMARY: 2.0,
            Stage.LOWER_SECONDARY: 4.0,
            Stage.UPPER_SECONDARY: 4.0,
            Stage.ADULT: 2.5,
        },
        services={
            S.MENTAL_HEALTH: 0.9,
            S.SPECIALIST_HEALTH: 0.6,
            S.GP: 0.4,
            S.SCHOOL_HEALTH: 0.6,
            S.PPT: 0.25,
            S.BARNEVERN: 0.2,
            S.NAV: 0.3,
        },
        focus={
            F.MENTAL_HEALTH: (2, 3),
            F.SOCIAL: (0, 2),
            F.EDUCATION: (0, 2),
            F.BEHAVIOUR: (0, 1),
        },
        serious=0.5,
        lasting=0.9,
    ),
    Pattern(  # learning and behaviour
        stages={Stage.KINDERGARTEN: 2.0, Stage.PRIMARY: 3.0, Stage.LOWER_SECONDARY: 2.0},
        services={
            S.PPT: 0.85,
            S.MENTAL_HEALTH: 0.5,
            S.SCHOOL_HEALTH: 0.65,
            S.HEALTH_STATION: 0.65,
            S.BARNEVERN: 0.25,
            S.SPECIALIST_HEALTH: 0.5,
            S.HABILITATION: 0.15,
            S.OCCUPATIONAL_THERAPY: 0.2,
        },
        focus={
            F.EDUCATION: (1, 3),
            F.BEHAVIOUR: (1, 3),
            F.SOCIAL: (0, 2),
            F.MENTAL_HEALTH: (0, 2),
        },
        serious=0.35,
        lasting=0.9,
    ),
    Pattern(  # care at home
        stages={Stage.UNBORN: 2.0} | _YOUNG | _PUPIL,
        services={
            S.BARNEVERN: 0.95,
            S.HEALTH_STATION: 0.8,
            S.SCHOOL_HEALTH: 0.65,
            S.MENTAL_HEALTH: 0.55,
            S.SPECIALIST_HEALTH: 0.25,
            S.NAV: 0.35,
            S.PPT: 0.3,
            S.SUBSTANCE_USE: 0.1,
            S.GP: 0.2,
        },
        focus={
            F.SOCIAL: (2, 3),
            F.MENTAL_HEALTH: (0, 2),
            F.BEHAVIOUR: (0, 2),
            F.EDUCATION: (0, 1),
        },
        serious=0.2,
        lasting=0.88,
    ),
    Pattern(  # substance use
        stages={Stage.UNBORN: 1.5, Stage.UPPER_SECONDARY: 1.0, Stage.ADULT: 2.0},
        services={
            S.SUBSTANCE_USE: 0.95,
            S.NAV: 0.6,
            S.MENTAL_HEALTH: 0.6,
            S.GP: 0.5,
            S.HEALTH_STATION: 0.6,
            S.SPECIALIST_HEALTH: 0.3,
        },
        focus={F.SUBSTANCE_USE: (2, 3), F.MENTAL_HEALTH: (1, 2), F.SOCIAL: (1, 3)},
        serious=0.3,
        lasting=0.9,
    ),
    Pattern(  # illness or injury of an adult
        stages={Stage.ADULT: 4.0},
        services={
            S.HOME_CARE: 0.75,
            S.PHYSIOTHERAPY: 0.5,
            S.OCCUPATIONAL_THERAPY: 0.5,
            S.NAV: 0.4,
            S.GP: 0.5,
            S.SPECIALIST_HEALTH: 0.5,
            S.MENTAL_HEALTH: 0.2,
            S.SERVICE_OFFICE: 0.1,
        },
        focus={F.SOMATIC: (2, 3), F.REDUCED_FUNCTION: (1, 3), F.SOCIAL: (0, 2)},
        serious=0.9,
        lasting=0.9,
    ),
)

EVERYDAY: Mapping[Stage, Mapping[Service, float]] = {
    Stage.UNBORN: {S.HEALTH_STATION: 0.95},
    Stage.AT_HOME: {S.HEALTH_STATION: 0.95},
    Stage.KINDERGARTEN: {S.KINDERGARTEN: 0.96, S.HEALTH_STATION: 0.4},
    Stage.PRIMARY: {S.SCHOOL: 0.98, S.SCHOOL_HEALTH: 0.2},
    Stage.LOWER_SECONDARY: {S.SCHOOL: 0.97, S.SCHOOL_HEALTH: 0.25},
    Stage.UPPER_SECONDARY: {S.UPPER_SECONDARY: 0.85, S.SCHOOL_HEALTH: 0.2},
    Stage.ADULT: {S.GP: 0.3},
}
"""Services that people of an age have whatever their need."""

_SCHOOL_AGE = frozenset({Stage.PRIMARY, Stage.LOWER_SECONDARY, Stage.UPPER_SECONDARY})
_LITTLE = frozenset({Stage.UNBORN, Stage.AT_HOME, Stage.KINDERGARTEN})

STAGES_OF: Mapping[Service, frozenset[Stage]] = {
    S.HEALTH_STATION: _LITTLE,
    S.SCHOOL_HEALTH: _SCHOOL_AGE,
    S.PPT: _SCHOOL_AGE | {Stage.KINDERGARTEN},
    S.BARNEVERN: _LITTLE | _SCHOOL_AGE,
    S.NAV: frozenset({Stage.UNBORN, Stage.UPPER_SECONDARY, Stage.ADULT}),
    S.SUBSTANCE_USE: frozenset({Stage.UNBORN, Stage.UPPER_SECONDARY, Stage.ADULT}),
    S.HABILITATION: _LITTLE | _SCHOOL_AGE,
}
"""Services for some ages only; the others may come at any age."""
