"""A decision (avgjørelse): what a named person settled in a case. The program only suggests."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.groundwork import Groundwork


class Outcome(StrEnum):
    """What was settled."""

    ACCEPTED = "godtatt forslag"
    ANOTHER = "valgt en annen"
    OPEN = "står åpen"


class ChangeBecause(StrEnum):
    """Why a case gets another coordinator (S139)."""

    NEEDS = "behovet er endret"
    TRANSITION = "livsovergang"
    LEAVES = "koordinatoren slutter eller får andre oppgaver"
    FAMILY = "familien ønsker det"
    OTHER = "annet"


class Override(Frozen):
    """A rule that KE sets aside in this case, and why (S115)."""

    rule: str
    reason: str = Field(min_length=1)


class Decision(Frozen):
    """What is settled in a case, as far as it has come; only a final one counts.

    ``coordinator`` is nobody exactly where the case stays open, and the stand-in is never the
    same person (S033): otherwise ``ValueError``, in Norwegian.
    """

    case: str = Field(min_length=1)
    round: int | None = None
    """The round whose suggestions were looked at; ``None`` where there was none."""
    outcome: Outcome
    coordinator: str | None = None
    takes_over_from: str | None = None
    """Who had the case before; filled in when the decision is settled."""
    stand_in: str | None = None
    starts_on: date | None = None
    reason: str | None = None
    change_because: ChangeBecause | None = None
    """Said where the case had another coordinator before."""
    overrides: tuple[Override, ...] = ()
    groundwork: Groundwork = Groundwork()
    is_final: bool = False

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if (self.coordinator is None) != (self.outcome is Outcome.OPEN):
            raise ValueError("en sak som står åpen, har ingen koordinator, og bare den")
        if self.stand_in is not None and self.stand_in == self.coordinator:
            raise ValueError("stedfortrederen kan ikke være koordinatoren selv")
        return self


class Decided(Frozen):
    """A decision as it is kept: the number counts the decisions of the case, from 1."""

    number: int = Field(ge=1)
    decision: Decision
    who: str
    """A person's id."""
    at: datetime

    @property
    def day(self) -> date:
        """The day it was written, where the program runs."""
        return self.at.astimezone().date()
