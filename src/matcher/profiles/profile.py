"""A municipality's profile (kommuneprofil)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import IndividualPlan
from matcher.profiles.alert_lines import AlertLines
from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.entitlement_lines import EntitlementLines
from matcher.profiles.gate_lines import GateLines
from matcher.profiles.line import Line, Mode
from matcher.profiles.rule_lines import RuleLines
from matcher.profiles.task_lines import TaskLines


class WorkloadEstimate(Line):
    """Hours a month where the municipality gives none. An estimate, never a norm."""

    base_hours_per_month: float = Field(gt=0, le=50, title="Grunntid, timer per måned")
    """Contact with the family; above 0, so that no estimate is 0."""
    hours_per_meeting: float = Field(ge=0, le=50, title="Timer per møte")
    """Calling, agenda, the meeting itself and minutes."""
    usual_meetings_per_year: int = Field(ge=0, le=52, title="Møter i året når saken ikke sier det")
    least_meetings_per_year: int = Field(ge=0, le=52, title="Minste antall møter i året")
    hours_per_month_per_service: float = Field(ge=0, le=50, title="Timer per måned per tjeneste")
    hours_per_month_with_plan: dict[IndividualPlan, Annotated[float, Field(ge=0, le=50)]] = Field(
        title="Timer per måned for individuell plan"
    )

    @field_validator("hours_per_month_with_plan")
    @classmethod
    def _says_every_answer(cls, hours: dict[IndividualPlan, float]) -> dict[IndividualPlan, float]:
        if missing := [plan.value for plan in IndividualPlan if plan not in hours]:
            raise ValueError(f"mangler {', '.join(missing)}")
        return hours


class Siblings(StrEnum):
    """Whether siblings must have one coordinator."""

    MUST = "must"
    PREFER = "prefer"


class SiblingsLine(Line):
    """Siblings with one coordinator (S046)."""

    together: Siblings = Field(title="Samme koordinator")


class WaitingLine(Line):
    """Long-waiting cases first; an early-found need counts as so many months more (S038, S052)."""

    early_need_counts_as_months: int = Field(
        ge=0, le=24, title="Tidlig avdekket behov teller som så mange måneder"
    )


class PoorFitLine(Line):
    """Below which fit a pair is poor, worst level first; the last is the acceptable fit."""

    levels: tuple[Annotated[int, Field(ge=1, le=100)], ...] = Field(title="Nivåer, dårligst først")

    @field_validator("levels")
    @classmethod
    def _rising(cls, levels: tuple[int, ...]) -> tuple[int, ...]:
        if not levels or list(levels) != sorted(set(levels)):
            raise ValueError("nivåene må være stigende, uten like verdier")
        return levels


class MovingLine(Line):
    """A move must gain more than this many points of fit for the family."""

    threshold_points: int = Field(ge=0, le=100, title="Et bytte må gi mer enn så mange poeng")


class PreferenceLine(Line):
    """What KE's own preference for a pair adds to its fit, shown beside it."""

    points: int = Field(ge=1, le=100, title="Poeng til et par KE foretrekker")


class GoalLines(Frozen):
    """What a better plan has more of."""

    siblings: SiblingsLine = Field(title="Søsken har samme koordinator")
    waiting: WaitingLine = Field(title="De som har ventet lengst, først")
    poor_fit: PoorFitLine = Field(title="Færrest mulig med dårlig match")
    moving: MovingLine = Field(title="Å bytte koordinator koster")
    even_load: Line = Field(title="Jevn belastning")
    preference: PreferenceLine | None = Field(default=None, title="KE foretrekker et par")


class StandIn(StrEnum):
    """Who stands in."""

    NEAREST_LEADER = "nearest_leader"
    KNOWS_THE_PERSON = "knows_the_person"


class StandInLine(Line):
    """Who stands in when the coordinator is away (S033, S055, S141)."""

    who: StandIn = Field(title="Stedfortreder")


class Chair(StrEnum):
    """Who chairs the ansvarsgruppe's meetings."""

    COORDINATOR = "coordinator"
    AGREED_EACH_TIME = "agreed_each_time"


class MeetingsLine(Line):
    """Who chairs the ansvarsgruppe's meetings (S017, S064, S095, S181; otherwise S137)."""

    chair: Chair = Field(title="Møteleder")


class RetentionLine(Line):
    """How long a case is kept after it is closed. Nothing is deleted by itself."""

    months_after_last_use: int = Field(
        ge=1, le=600, title="Slettes så mange måneder etter siste bruk"
    )
    """Counted from the last day the case was in a roster, decided on or worked with."""


Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Words(Line):
    """The municipality's own words, as shown on screens and in letters."""

    municipality: Word = Field(title="Kommune")
    ke: Word = Field(title="Koordinerende enhet heter")
    """What the koordinerende enhet is called."""
    appoints: Word = Field(title="Hvem oppnevner")
    """Who appoints, in a clause (S024, S048, S076)."""
    decision: Word = Field(title="Ordet for avgjørelsen")
    """The word for the decision: oppnevning, vedtak."""
    ip_tool: Word | None = Field(default=None, title="Verktøy for individuell plan")


class Origin(Frozen):
    """Where a municipality's own profile comes from: who changed which other one, and why."""

    of: Word = Field(title="Laget av profilen")
    by: Word = Field(title="Endret av")
    on: date = Field(title="Endret")
    reason: Word = Field(title="Begrunnelse")


class Profile(Frozen):
    """Everything a municipality chooses; nothing of it stands in code."""

    id: Word
    title: Word
    document: Word
    """The source document's number and name."""
    origin: Origin | None = None
    """``None`` for a profile that was written from its document."""
    words: Words = Field(title="Kommunens ord")
    profession_filter_forbidden: Line | None = Field(
        default=None, title="Det kan ikke kreves en bestemt utdanning"
    )
    """Where the document forbids asking for a profession (S126)."""
    entitlement: EntitlementLines
    rules: RuleLines
    criteria: CriterionLines
    goals: GoalLines
    workload: WorkloadEstimate = Field(title="Anslag for timer per måned")
    meetings: MeetingsLine = Field(title="Møter i ansvarsgruppa")
    stand_in: StandInLine = Field(title="Stedfortreder")
    gates: GateLines
    tasks: TaskLines | None = None
    """What a decision makes people do; ``None`` in a profile from before there were tasks."""
    alerts: AlertLines | None = None
    """What is told ahead; ``None`` in a profile from before there were alerts."""
    retention: RetentionLine | None = Field(default=None, title="Oppbevaring og sletting")

    @property
    def based_on(self) -> str:
        """The id of the profile whose letters and places hold here too: its own or its origin's."""
        return self.origin.of if self.origin else self.id

    @model_validator(mode="after")
    def _no_forbidden_filter(self) -> Self:
        if self.profession_filter_forbidden is None:
            return self
        filters = {
            "rules.helse_og_omsorg": self.rules.helse_og_omsorg,
            "rules.aktuelle_enheter": self.rules.aktuelle_enheter,
            "rules.fagkrav": self.rules.fagkrav,
        }
        active = [name for name, line in filters.items() if line.mode is not Mode.OFF]
        if active:
            raise ValueError(f"profilen forbyr fagkrav, men bruker {', '.join(active)}")
        return self
