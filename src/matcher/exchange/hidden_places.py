"""What a refused row may not give back: the place of a blocked address (Normen, faktaark 55).

The row isn't understood, so the cell of the address block is read as kindly as can be: whatever
stands there, but an empty cell and *nei*, is a block.
"""

from __future__ import annotations

from collections.abc import Iterable

from matcher.domain.vocabulary import AddressBlock
from matcher.domain.wording import folded
from matcher.exchange.cell import Raw, is_empty, shown
from matcher.exchange.row import Row
from matcher.exchange.workbook import CASES, COORDINATORS, WISHES

HIDDEN = "vises ikke (adressesperre)"
LOCATES = {
    CASES.name: ("area", "languages", "what_matters"),
    COORDINATORS.name: ("area",),
    WISHES.name: ("value",),
}


def blocked_ids(rows: Iterable[Row]) -> frozenset[str]:
    """The cases and coordinators whose address is blocked, by what stands in the id's cell."""
    return frozenset(_id(row) for row in rows if _is_blocked(row))


def without_places(row: Row, blocked: frozenset[str]) -> tuple[Raw, ...]:
    """The row's cells; those that locate somebody with a blocked address are hidden."""
    hidden = {
        row.places[field]
        for field in LOCATES.get(row.sheet.name, ())
        if field in row.places and _id(row) in blocked
    }
    return tuple(
        HIDDEN if column in hidden and not is_empty(cell) else cell
        for column, cell in enumerate(row.cells)
    )


def _is_blocked(row: Row) -> bool:
    cell = _at(row, "address_block")
    return not is_empty(cell) and folded(shown(cell)) != AddressBlock.NONE


def _id(row: Row) -> str:
    return folded(shown(_at(row, row.sheet.key.field)))


def _at(row: Row, field: str) -> Raw:
    column = row.places.get(field)
    return None if column is None or column >= len(row.cells) else row.cells[column]
