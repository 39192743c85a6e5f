"""A coordinator (koordinator): an employee who can follow a case."""

from datetime import date

from pydantic import Field, field_validator

from matcher.domain.focus import FocusLevels
from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import AddressBlock, Employer, Service


class Absence(Frozen):
    """Away from the first day to the last, both counted. No reason is stored."""

    first_day: date
    last_day: date | None = None
    """``None``: the end is not known."""


class Coordinator(Frozen):
    """What KE knows of a coordinator on the day of the round. ``None`` is *not known*."""

    id: str = Field(min_length=1)
    name: str | None = None
    service: Service | None = None
    unit: str | None = None
    employer: Employer | None = None
    position_percent: float | None = Field(default=None, ge=0, le=100)
    agreed_hours_per_month: float | None = Field(default=None, ge=0)
    """Hours for coordination agreed with the leader (S074)."""
    agreed_date: date | None = None
    bound_hours_per_month: float | None = Field(default=None, ge=0)
    """Of the agreed hours, those bound to cases outside this round."""
    employed_from: date | None = None
    employed_to: date | None = None
    training_date: date | None = None
    """When the training for the role was done (S127)."""
    bti_competence: int | None = Field(default=None, ge=0, le=3)
    meeting_skill: int | None = Field(default=None, ge=0, le=3)
    competence: FocusLevels = FocusLevels()
    languages: tuple[str, ...] = ()
    gender: str | None = None
    area: str | None = None
    journal_access: bool | None = None
    ip_tool: bool | None = None
    superuser: bool | None = None
    address_block: AddressBlock | None = None
    absences: tuple[Absence, ...] = ()

    @field_validator("languages")
    @classmethod
    def _languages_in_order(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(languages))

    @field_validator("absences")
    @classmethod
    def _absences_in_order(cls, absences: tuple[Absence, ...]) -> tuple[Absence, ...]:
        return tuple(sorted(absences, key=lambda a: (a.first_day, a.last_day or date.max)))

    @property
    def name_and_id(self) -> str:
        """As KE knows the person; the id alone where no name is given."""
        return f"{self.name} ({self.id})" if self.name else self.id

    @property
    def has_blocked_address(self) -> bool:
        """Whether place and all that locates must stay unused and unseen."""
        return self.address_block not in (None, AddressBlock.NONE)

    @property
    def told_unit(self) -> str | None:
        """The unit, where it may be told; ``None`` for somebody with a blocked address."""
        return None if self.has_blocked_address else self.unit

    @property
    def free_hours_per_month(self) -> float | None:
        """Agreed hours less those bound outside the round; ``None`` where no hours are agreed."""
        if self.agreed_hours_per_month is None:
            return None
        return max(0.0, self.agreed_hours_per_month - (self.bound_hours_per_month or 0.0))


class Unit(Frozen):
    """A unit (enhet) where coordinators work, and its leader."""

    name: str = Field(min_length=1)
    service: Service | None = None
    leader_name: str | None = None
    leader_id: str | None = None
