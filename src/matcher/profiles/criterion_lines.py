"""The criterion lines of a profile, one field a criterion: the field's name is its id."""

from typing import Self

from pydantic import Field, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Arena, Role, Service, Transition
from matcher.profiles.line import CriterionLine

REACHED_BY: dict[Arena, tuple[Service, ...]] = {
    Arena.HOME: (
        Service.HEALTH_STATION,
        Service.MENTAL_HEALTH,
        Service.SUBSTANCE_USE,
        Service.HOME_CARE,
        Service.HABILITATION,
        Service.DISABILITY,
        Service.PHYSIOTHERAPY,
        Service.OCCUPATIONAL_THERAPY,
        Service.BARNEVERN,
    ),
    Arena.KINDERGARTEN: (
        Service.KINDERGARTEN,
        Service.HEALTH_STATION,
        Service.HABILITATION,
        Service.PHYSIOTHERAPY,
        Service.OCCUPATIONAL_THERAPY,
        Service.PPT,
    ),
    Arena.SCHOOL: (
        Service.SCHOOL,
        Service.UPPER_SECONDARY,
        Service.SCHOOL_HEALTH,
        Service.HABILITATION,
        Service.PHYSIOTHERAPY,
        Service.OCCUPATIONAL_THERAPY,
        Service.PPT,
    ),
    Arena.WORK: (
        Service.NAV,
        Service.MENTAL_HEALTH,
        Service.SUBSTANCE_USE,
        Service.OCCUPATIONAL_THERAPY,
    ),
}
"""Where services usually meet the person. Inferred from their work; S080 names physiotherapy
and occupational therapy for home and education. A municipality sets its own."""


class Onske(CriterionLine):
    """What the family wants (S032, S051, S128). The steps are practice, not law."""

    less_for_each_later_choice: int = Field(
        default=15, ge=0, le=100, title="Trekk for hvert senere valg"
    )
    """Points from 100 for the second choice, and again for the third."""
    without_the_wanted_person: int = Field(
        default=50, ge=0, le=100, title="Prosent av de andre ønskene når personen er en annen"
    )
    """What wishes for service, language and gender count where another person is wanted."""


class Tidsaspekt(CriterionLine):
    """How long the service will be in the case (S028, S120)."""

    need_months: int = Field(ge=1, le=240, title="Måneder behovet regnes for")
    """The need period that is looked at where the case itself sets no end."""
    ends_at: dict[Transition, tuple[Service, ...]] = Field(
        title="Tjenester som tar slutt ved overgangen"
    )
    """Services that don't survive a transition."""


class Kontinuitet(CriterionLine):
    """Which instance can best keep continuity (S030, S122), from parts weighed together.

    The parts are shares of each other: a part that the case can't have is left out.
    """

    current_coordinator: int = Field(ge=0, le=100, title="Dagens koordinator")
    already_in_case: int = Field(ge=0, le=100, title="Allerede i saken")
    spans_transition: int = Field(ge=0, le=100, title="Er med over neste overgang")
    more_for_each_earlier_change: int = Field(
        ge=0, le=50, title="Trekk for en ny person, for hvert tidligere bytte"
    )
    """Points taken from a newcomer for each earlier change in the case."""


class Kjennskap(CriterionLine):
    """Knows the family already (S086, S128). The points are practice, not law."""

    knows_family: int = Field(default=100, ge=0, le=100, title="Kjenner familien")
    current_coordinator: int = Field(default=100, ge=0, le=100, title="Dagens koordinator")
    contact_in_case: int = Field(default=80, ge=0, le=100, title="Kontaktperson i saken")
    earlier_coordinator: int = Field(default=70, ge=0, le=100, title="Tidligere koordinator")


class Stabilitet(CriterionLine):
    """Stable, and in for a long time (S031, S050)."""

    stable_months: int = Field(ge=1, le=120, title="Måneder som regnes som stabilt")
    full_position_percent: int = Field(
        ge=1, le=100, title="Stillingsprosent som gir full uttelling"
    )


class Arenadekning(CriterionLine):
    """Reaches the arenas where the person's days are lived (S080)."""

    reached_by: dict[Arena, tuple[Service, ...]] = Field(
        default=REACHED_BY, title="Tjenester som når fram til arenaen"
    )


class Kompetanse(CriterionLine):
    """BTI competence, meetings and tools (S026, S181, S023, S135), weighed together."""

    bti: int = Field(default=60, ge=0, le=100, title="BTI-kompetanse")
    meetings: int = Field(default=30, ge=0, le=100, title="Møteledelse")
    tools: int = Field(default=10, ge=0, le=100, title="Journal og verktøy for individuell plan")


class Pedagog(CriterionLine):
    """Teacher or pedagogue often lacks knowledge or resources (S008)."""

    services: tuple[Service, ...] = Field(title="Tjenester")
    roles: tuple[Role, ...] = Field(title="Roller")


class CriterionLines(Frozen):
    """Every criterion, in the order they are told. The weights add up to 100."""

    onske: Onske = Field(title="Ønske")
    tidsaspekt: Tidsaspekt = Field(title="Tidsaspekt")
    faglig_fokus: CriterionLine = Field(title="Faglig fokus")
    kontinuitet: Kontinuitet = Field(title="Kontinuitet")
    kjennskap: Kjennskap = Field(title="Kjennskap og tillit")
    stabilitet: Stabilitet = Field(title="Stabilitet")
    arenadekning: Arenadekning = Field(title="Arenadekning")
    fosterhjem: CriterionLine = Field(title="Fosterhjem og barnevern")
    pedagog: Pedagog = Field(title="Lærer eller pedagog")
    kompetanse: Kompetanse = Field(title="BTI-kompetanse og møteledelse")
    sprak: CriterionLine = Field(title="Språk")
    omrade: CriterionLine = Field(title="Område")

    @model_validator(mode="after")
    def _weights_add_up(self) -> Self:
        weights = {name: getattr(self, name).weight for name in type(self).model_fields}
        if fault := weights_fault(weights):
            raise ValueError(fault)
        return self


def weights_fault(weights: dict[str, int]) -> str | None:
    """What is wrong with these weights, in Norwegian; ``None`` where they add up to 100."""
    if sum(weights.values()) == 100:
        return None
    listed = ", ".join(f"{name} {weight}" for name, weight in weights.items())
    return f"vektene blir {sum(weights.values())}, ikke 100: {listed}"
