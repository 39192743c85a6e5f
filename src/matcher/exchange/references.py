"""Ids that stand twice, and references that lead nowhere or to a row that is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from matcher.domain.case import Wish
from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Service, WishAbout
from matcher.exchange.kinds import NotUnderstood, Words
from matcher.exchange.known import Known
from matcher.exchange.likeness import closest
from matcher.exchange.row import Row
from matcher.exchange.sheet import OWNER
from matcher.exchange.workbook import (
    ABSENCES,
    CASES,
    COORDINATORS,
    RELATIONS,
    SERVICES,
    UNITS,
    WISHES,
)


def settle_references(rows: Mapping[str, list[Row]]) -> None:
    """Refuse what stands twice or leads nowhere, and hold back what belongs to something refused.

    A case whose coordinator was refused is held back too: without it the round would move a
    family on account of a typing error. A contact person who was refused is only taken away.
    ``rows`` are by the name of their sheet.
    """
    for sheet in (CASES, COORDINATORS, UNITS):
        _refuse_doubles(rows[sheet.name])
    for sheet in (SERVICES, WISHES, RELATIONS, ABSENCES):
        _warn_of_repeats(rows[sheet.name])
    coordinators = Known(COORDINATORS, rows[COORDINATORS.name])
    for row in rows[CASES.name]:
        coordinators.require(row, "current_coordinator")
    cases = Known(CASES, rows[CASES.name])
    of_cases = rows[SERVICES.name] + rows[WISHES.name] + rows[RELATIONS.name]
    for row in of_cases:
        cases.require(row, OWNER)
    for row in rows[ABSENCES.name]:
        coordinators.require(row, OWNER)
    for row in rows[SERVICES.name]:
        coordinators.require_or_take_away(row, "contact")
    for row in rows[RELATIONS.name]:
        coordinators.require(row, "coordinator")
    for row in rows[WISHES.name]:
        _settle_wish(row, coordinators)
    _warn_of_units(rows[COORDINATORS.name], rows[UNITS.name])
    _warn_of_leaders(rows[UNITS.name], coordinators)
    cases.tell_what_is_missed(of_cases)
    coordinators.tell_what_is_missed(rows[ABSENCES.name])
    cases.tell_consequences()
    coordinators.tell_consequences()


def _refuse_doubles(rows: Iterable[Row]) -> None:
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.key:
            by_key[row.key].append(row)
    for key, same in by_key.items():
        numbers = ", ".join(str(row.number) for row in same)
        for row in same if len(same) > 1 else ():
            what = f"«{key}» står i flere rader ({numbers}); hver id kan bare stå én gang."
            row.refuse("id_twice", what, row.sheet.key.field)


def _warn_of_repeats(rows: Iterable[Row]) -> None:
    first: dict[tuple[str | None, Frozen], int] = {}
    for row in rows:
        if row.item is not None:
            number = first.setdefault((row.key, row.item), row.number)
            if number != row.number:
                row.warn("row_twice", f"raden er lik rad {number}. Kanskje skal den ene bort.")


def _settle_wish(row: Row, coordinators: Known) -> None:
    """A wished-for service is one of the words; a person outside the round may be wished for."""
    if not isinstance(row.item, Wish):
        return
    if row.item.about is WishAbout.COORDINATOR:
        coordinators.warn_if_unknown(row, "value")
    if row.item.about is WishAbout.SERVICE:
        try:
            service = Words(Service).read(row.item.value)
        except NotUnderstood as fault:
            row.refuse("cell_not_understood", str(fault), "value")
        else:
            row.item = row.item.model_copy(update={"value": str(service)})


def _warn_of_units(coordinators: Iterable[Row], units: Iterable[Row]) -> None:
    """A municipality that lists no units has nothing to misspell."""
    known = {row.key for row in units if row.key}
    for row in coordinators:
        unit = row.text("unit")
        if known and unit is not None and unit not in known:
            near = closest(unit, sorted(known))
            advice = f" Kanskje «{near}»?" if near else ""
            row.warn("unit_unknown", f"«{unit}» finnes ikke i arket {UNITS.name}.{advice}", "unit")


def _warn_of_leaders(units: Iterable[Row], coordinators: Known) -> None:
    for row in units:
        leader = row.text("leader_id")
        if leader is not None and not coordinators.has(leader):
            what = (
                f"«{leader}» finnes ikke i arket {COORDINATORS.name}, og får ingen saker i runden."
            )
            row.warn("leader_unknown", what, "leader_id")
