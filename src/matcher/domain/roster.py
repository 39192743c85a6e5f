"""The roster: every case and coordinator of a municipality on one date."""

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Self

from pydantic import model_validator

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.frozen import Frozen
from matcher.domain.without_place import cases_without_place, coordinator_without_place


class Roster(Frozen):
    """What a round stands on. Sorted by id, so that no result depends on the order of rows.

    Ids are unique and references lead somewhere: the import collects the faults of a file
    before a roster is made, so a fault here is the program's own (``ValueError``).
    """

    on: date
    """The day the roster describes."""
    cases: tuple[Case, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    units: tuple[Unit, ...] = ()

    @model_validator(mode="after")
    def _sorted_and_whole(self) -> Self:
        _in_order((case.id for case in self.cases), "cases")
        _in_order((coordinator.id for coordinator in self.coordinators), "coordinators")
        _in_order((unit.name for unit in self.units), "units")
        known = {coordinator.id for coordinator in self.coordinators}
        for case in self.cases:
            named = {case.current_coordinator, *(s.contact for s in case.services)}
            named |= {relation.coordinator for relation in case.relations}
            if unknown := named - known - {None}:
                raise ValueError(
                    f"case {case.id} names unknown coordinators {sorted(map(str, unknown))}"
                )
        return self

    @classmethod
    def of(
        cls,
        on: date,
        cases: Iterable[Case] = (),
        coordinators: Iterable[Coordinator] = (),
        units: Iterable[Unit] = (),
    ) -> Self:
        """Make a roster from rows in any order; nothing in it locates a blocked address."""
        without_place = map(coordinator_without_place, coordinators)
        return cls(
            on=on,
            cases=tuple(sorted(cases_without_place(cases), key=lambda case: case.id)),
            coordinators=tuple(sorted(without_place, key=lambda coordinator: coordinator.id)),
            units=tuple(sorted(units, key=lambda unit: unit.name)),
        )

    @cached_property
    def case_by_id(self) -> dict[str, Case]:
        """Each case by its id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def coordinator_by_id(self) -> dict[str, Coordinator]:
        """Each coordinator by its id."""
        return {coordinator.id: coordinator for coordinator in self.coordinators}

    def called(self, coordinator_id: str) -> str:
        """Name and id of a coordinator; the id alone where the roster knows no name."""
        person = self.coordinator_by_id.get(coordinator_id)
        return person.name_and_id if person else coordinator_id

    @cached_property
    def unit_by_name(self) -> dict[str, Unit]:
        """Each unit by its name."""
        return {unit.name: unit for unit in self.units}

    @cached_property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """Case ids of siblings, two or more together, in order."""
        groups: dict[str, list[str]] = {}
        for case in self.cases:
            if case.family is not None:
                groups.setdefault(case.family, []).append(case.id)
        return tuple(tuple(ids) for _, ids in sorted(groups.items()) if len(ids) > 1)

    @cached_property
    def sha256(self) -> str:
        """The roster's fingerprint: the same for the same content, whatever file it came from."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


def _in_order(ids: Iterable[str], what: str) -> None:
    listed = list(ids)
    if listed != sorted(set(listed)):
        raise ValueError(f"{what} must be unique and sorted by id")
