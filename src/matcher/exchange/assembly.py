"""The roster of the rows that were taken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.frozen import Frozen
from matcher.domain.roster import Roster
from matcher.domain.without_place import HiddenPlace, hidden_places
from matcher.exchange.row import Row
from matcher.exchange.workbook import (
    ABSENCES,
    CASES,
    COORDINATORS,
    RELATIONS,
    SERVICES,
    UNITS,
    WISHES,
)

Item = TypeVar("Item", bound=Frozen)


def roster_of(rows: Mapping[str, list[Row]], on: date) -> Roster:
    """Put cases and coordinators together with their parts; rows that were refused stay out."""
    services, wishes, relations, absences = (
        _by_owner(rows[sheet.name]) for sheet in (SERVICES, WISHES, RELATIONS, ABSENCES)
    )
    cases = (
        _with(
            case, services=services[case.id], wishes=wishes[case.id], relations=relations[case.id]
        )
        for case in _taken_in(rows[CASES.name], Case)
    )
    coordinators = (
        _with(person, absences=absences[person.id])
        for person in _taken_in(rows[COORDINATORS.name], Coordinator)
    )
    return Roster.of(on, cases, coordinators, _taken_in(rows[UNITS.name], Unit))


def hidden_places_of(rows: Mapping[str, list[Row]]) -> tuple[HiddenPlace, ...]:
    """What the rows that were taken in tell of where blocked addresses are."""
    return hidden_places(_taken_in(rows[CASES.name], Case))


def _taken_in(rows: Iterable[Row], kind: type[Item]) -> Iterator[Item]:
    return (row.item for row in rows if isinstance(row.item, kind) and not row.is_refused)


def _by_owner(rows: Iterable[Row]) -> dict[str, list[Frozen]]:
    """Parts by the id of what they belong to, in an order that doesn't depend on the file's."""
    parts: dict[str, list[Frozen]] = defaultdict(list)
    for row in rows:
        if row.item is not None and row.key is not None and not row.is_refused:
            parts[row.key].append(row.item)
    for of_one in parts.values():
        of_one.sort(key=lambda part: part.model_dump_json())
    return parts


def _with(item: Item, **parts: list[Frozen]) -> Item:
    return item.model_validate(dict(item) | {name: tuple(of) for name, of in parts.items()})
