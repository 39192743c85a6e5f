"""The entitlement lines of a profile: when a case is owed which role."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Service
from matcher.profiles.line import Line


class Counting(StrEnum):
    """What is counted towards a coordinator."""

    HEALTH_SERVICES = "health_services"
    HELP_INSTANCES = "help_instances"


class CoordinatorThreshold(Line):
    """When a case is owed a koordinator: so many of the counted services, and a lasting need."""

    counting: Counting = Field(title="Det som telles")
    counted: tuple[Service, ...] = Field(title="Tjenester som teller")
    at_least: int = Field(ge=1, le=10, title="Minst så mange")
    only_beyond_ordinary: tuple[Service, ...] = Field(
        default=(), title="Teller bare utover ordinær kontroll"
    )
    """Counted only when they follow up beyond ordinary checks (S114)."""
    requires_long_term_need: bool = Field(title="Krever langvarig behov")

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.at_least > len(set(self.counted)):
            raise ValueError(
                f"at_least er {self.at_least}, men counted har bare {len(set(self.counted))}"
            )
        if stray := [s.value for s in self.only_beyond_ordinary if s not in self.counted]:
            raise ValueError(f"only_beyond_ordinary nevner {', '.join(stray)}, som ikke telles")
        return self


class BarnekoordinatorTest(Line):
    """When a family is owed a barnekoordinator (hol. § 7-2 a; S045)."""

    health_services: tuple[Service, ...] = Field(min_length=1, title="Helse- og omsorgstjenester")
    welfare_services: tuple[Service, ...] = Field(min_length=1, title="Andre velferdstjenester")
    under_years: int = Field(ge=1, le=25, title="Under så mange år")


class ChildRole(Line):
    """A role without a legal claim: from which BTI level, and whether the profile has it."""

    is_used: bool = Field(title="Rollen brukes")
    from_bti_level: int = Field(ge=0, le=3, title="Fra BTI-nivå")
    from_bti_level_when_found_early: int = Field(
        ge=0, le=3, title="Fra BTI-nivå når behovet er sett tidlig"
    )
    counted: tuple[Service, ...] = Field(default=(), title="Tjenester som teller")
    at_least: int = Field(default=0, ge=0, le=10, title="Minst så mange")
    placed_in_round: bool = Field(default=True, title="KE finner person i runden")
    """False where the role stays with the one who has it, and KE appoints nobody (S040)."""


class LongTermNeed(Line):
    """A BTI level that by itself says that the need is long-term (S001)."""

    from_bti_level: int = Field(ge=0, le=3, title="Fra BTI-nivå")


class EntitlementLines(Frozen):
    """Which role a case is owed."""

    barnekoordinator: BarnekoordinatorTest = Field(title="Rett til barnekoordinator")
    koordinator: CoordinatorThreshold = Field(title="Rett til koordinator")
    koordinator_without_claim: ChildRole = Field(title="Koordinator uten rettskrav")
    stafettholder: ChildRole = Field(title="Stafettholder")
    long_term_need: LongTermNeed | None = Field(
        default=None, title="BTI-nivået sier at behovet er langvarig"
    )
    right_to_individual_plan: Line = Field(title="Rett til individuell plan")
    """The same need gives a right to a plan; the family chooses (S043, S047, S117)."""
    individual_plan_changes_nothing: Line = Field(title="Individuell plan endrer ikke rollen")
    """The role never depends on the individual plan (S003, S070)."""
