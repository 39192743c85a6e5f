"""The ansvarsgruppe of a case: who meets, and on which consent."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Service


class Member(Frozen):
    """A fixed member of the group (S146). Others are called when they are needed."""

    name: str = Field(min_length=1)
    service: Service | None = None
    coordinator: str | None = None
    """The coordinator's id, for a member who is one of the municipality's coordinators."""


class Ansvarsgruppe(Frozen):
    """The group of a case. It isn't set up before there is consent (S144): ``ValueError``."""

    case: str = Field(min_length=1)
    established_on: date | None = None
    """The day the group was set up; ``None``: not yet."""
    consent_on: date | None = None
    """The day of the consent from the user, the guardians or the verge."""
    members: tuple[Member, ...] = ()
    version: int = Field(default=0, ge=0)
    """Which writing this is: 0 before it is kept, then one more each time."""

    @model_validator(mode="after")
    def _consent_comes_first(self) -> Self:
        if self.established_on is None:
            return self
        if self.consent_on is None:
            raise ValueError("samtykket må være notert før ansvarsgruppa opprettes (S144)")
        if self.consent_on > self.established_on:
            raise ValueError("ansvarsgruppa er opprettet før samtykket ble gitt (S144)")
        return self
