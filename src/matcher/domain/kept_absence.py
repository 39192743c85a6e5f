"""An absence that somebody registered in the program, beside those of the roster."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.roster import Roster


class KeptAbsence(Frozen):
    """A coordinator is away from one day to another. No reason is stored."""

    id: int | None = None
    """Given when it is kept."""
    version: int = Field(default=0, ge=0)
    """Which writing this is: 0 before it is kept, then one more each time."""
    coordinator: str = Field(min_length=1)
    first_day: date
    last_day: date | None = None
    """``None``: the end is not known."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("fraværet slutter før det begynner")
        return self


def with_absences(roster: Roster, registered: Iterable[KeptAbsence]) -> Roster:
    """The roster with the registered absences in it too."""
    by_coordinator: dict[str, list[Absence]] = {}
    for one in registered:
        absence = Absence(first_day=one.first_day, last_day=one.last_day)
        by_coordinator.setdefault(one.coordinator, []).append(absence)
    if not by_coordinator.keys() & roster.coordinator_by_id.keys():
        return roster
    people = [_with(person, by_coordinator.get(person.id, [])) for person in roster.coordinators]
    return Roster.of(roster.on, roster.cases, people, roster.units)


def _with(person: Coordinator, more: list[Absence]) -> Coordinator:
    if not (new := [absence for absence in more if absence not in person.absences]):
        return person
    together = sorted([*person.absences, *new], key=lambda a: (a.first_day, a.last_day or date.max))
    return person.model_copy(update={"absences": tuple(together)})
