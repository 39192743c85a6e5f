"""The task lines of a profile, one field a kind of task: the field's name is the kind's id.

A municipality that doesn't ask for a task leaves its line out.
"""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.task import TaskOwner
from matcher.profiles.line import Line

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class TaskLine(Line):
    """What a decision makes somebody do, and by when."""

    text: Text = Field(title="Oppgaven")
    owner: TaskOwner = Field(title="Hvem sin oppgave")


class AfterStart(TaskLine):
    """Due so many days after the coordinator starts."""

    due_days: int = Field(ge=0, le=730, title="Frist, dager etter oppstart")


class AfterDecision(TaskLine):
    """Due so many days after the decision."""

    due_days: int = Field(ge=0, le=730, title="Frist, dager etter avgjørelsen")


class BeforeStart(TaskLine):
    """Due so many days before the coordinator starts; 0 is the day itself."""

    days_before: int = Field(default=0, ge=0, le=365, title="Frist, dager før oppstart")


class BeforeTransition(TaskLine):
    """Due so many days before the case's next transition."""

    days_before: int = Field(ge=0, le=730, title="Frist, dager før overgangen")


class Again(TaskLine):
    """Due so many months after the last time, or after the start."""

    every_months: int = Field(ge=1, le=60, title="Minst hver så mange måneder")


class TaskLines(Frozen):
    """Every kind of task, in the order they are told."""

    kandidat: AfterDecision | None = Field(default=None, title="Spørre kandidaten")
    samtykke: AfterStart | None = Field(default=None, title="Samtykke")
    samtykke_til_ke: AfterStart | None = Field(default=None, title="Samtykket sendes til KE")
    journal: AfterStart | None = Field(default=None, title="Journalnotat")
    opplaering: BeforeStart | None = Field(default=None, title="Opplæring før oppstart")
    verktoy: AfterStart | None = Field(default=None, title="Tilgang til elektronisk plan")
    overforing: BeforeStart | None = Field(default=None, title="Overføring til ny koordinator")
    orientering: AfterStart | None = Field(default=None, title="Orientering om bytte")
    stedfortreder: AfterStart | None = Field(default=None, title="Stedfortrederen settes inn")
    forventninger: AfterStart | None = Field(default=None, title="Avklaring av forventninger")
    melding_til_ke: AfterStart | None = Field(default=None, title="Melding til KE")
    formote: AfterStart | None = Field(default=None, title="Formøte med bruker")
    forste_mote: AfterStart | None = Field(default=None, title="Første ansvarsgruppemøte")
    neste_mote: AfterStart | None = Field(default=None, title="Neste møte etter bytte")
    arsmote: Again | None = Field(default=None, title="Møte i året")
    evaluering: Again | None = Field(default=None, title="Evaluering")
    individuell_plan: AfterDecision | None = Field(default=None, title="Individuell plan opprettes")
    enkelt_samspill: AfterDecision | None = Field(default=None, title="Enkelt samspill opprettes")
    overgang: BeforeTransition | None = Field(default=None, title="Før neste overgang")
    barnevern: TaskLine | None = Field(default=None, title="Barnevernets fase ses på igjen")

    @model_validator(mode="after")
    def _meetings_begin(self) -> Self:
        if self.arsmote and not self.forste_mote:
            raise ValueError("arsmote trenger forste_mote: det neste møtet regnes fra det første")
        return self
