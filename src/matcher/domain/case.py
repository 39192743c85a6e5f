"""A case (sak): one person or family that needs a coordinator."""

from datetime import date

from pydantic import BaseModel, Field, field_validator

from matcher.domain.focus import FocusLevels
from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import (
    AddressBlock,
    Arena,
    BarnevernPhase,
    Consent,
    IndividualPlan,
    RelationKind,
    Service,
    Subject,
    Transition,
    WishAbout,
    WishBy,
)

KNOWS = (RelationKind.KNOWS_FAMILY, RelationKind.EARLIER_COORDINATOR)
"""Relations of somebody who knows the person (S141)."""


class ServiceInCase(Frozen):
    """A service that is active in a case, and until when (S028, S120: property of the service)."""

    service: Service
    since: date | None = None
    expected_end: date | None = None
    beyond_ordinary: bool | None = None
    """Follows up beyond ordinary checks (S114)."""
    phase: BarnevernPhase | None = None
    phase_since: date | None = None
    contact: str | None = None
    """Coordinator id of the service's person in the case."""


class Wish(Frozen):
    """What the family wants, or doesn't want, of a coordinator (S032, S051, S128)."""

    wanted: bool
    about: WishAbout
    value: str
    """A coordinator id, a service's word, a language or a gender, by ``about``."""
    order: int | None = Field(default=None, ge=1)
    by: WishBy | None = None


class Relation(Frozen):
    """How a coordinator stands to a case, beyond the work itself."""

    coordinator: str
    kind: RelationKind


class Case(Frozen):
    """What KE knows of a case on the day of the round. ``None`` is *not known*."""

    id: str = Field(min_length=1)
    received: date | None = None
    subject: Subject | None = None
    birth_month: date | None = None
    """The first day of the birth month."""
    bti_level: int | None = Field(default=None, ge=0, le=3)
    serious_condition: bool | None = None
    """Serious illness, injury or reduced function (hol. § 7-2 a; S045)."""
    long_term_need: bool | None = None
    found_early: bool | None = None
    """The need was seen early (S038, S052)."""
    individual_plan: IndividualPlan | None = None
    consent: Consent | None = None
    consent_date: date | None = None
    consent_scope: tuple[Service, ...] = ()
    focus: FocusLevels = FocusLevels()
    """How much of the need lies in each focus, 0–3."""
    arenas: tuple[Arena, ...] = ()
    languages: tuple[str, ...] = ()
    area: str | None = None
    current_coordinator: str | None = None
    coordinator_since: date | None = None
    earlier_changes: int | None = Field(default=None, ge=0)
    reconsider: bool | None = None
    """KE or the family has asked that a change be weighed."""
    next_transition: Transition | None = None
    transition_date: date | None = None
    meetings_per_year: int | None = Field(default=None, ge=0)
    workload_hours_per_month: float | None = Field(default=None, ge=0)
    """Given by the municipality; ``None`` is estimated by the profile and marked so."""
    family: str | None = None
    """Cases with the same text are siblings (S046)."""
    address_block: AddressBlock | None = None
    user_heard: date | None = None
    child_heard: date | None = None
    what_matters: str | None = None
    services: tuple[ServiceInCase, ...] = ()
    wishes: tuple[Wish, ...] = ()
    relations: tuple[Relation, ...] = ()

    @field_validator("consent_scope", "arenas", "languages", "services", "wishes", "relations")
    @classmethod
    def _in_order(cls, rows: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(sorted(rows, key=_sort_key))

    @property
    def known_by(self) -> frozenset[str]:
        """The coordinators who know the person: from a service in the case, or from before."""
        knowing = {row.contact for row in self.services} | {
            relation.coordinator for relation in self.relations if relation.kind in KNOWS
        }
        return frozenset(filter(None, knowing))

    @property
    def has_blocked_address(self) -> bool:
        """Whether place and all that locates must stay unused and unseen."""
        return self.address_block not in (None, AddressBlock.NONE)


def _sort_key(row: object) -> str:
    return row.model_dump_json() if isinstance(row, BaseModel) else str(row)
