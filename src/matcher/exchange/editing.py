"""Changing a file's rows by hand, in the program instead of in a spreadsheet.

What is changed is the sheets as the file gave them, cell by cell, and they are read again by the
same reader: a form can't accept what a file couldn't. Every function gives new sheets; the old
ones stay as they were, so that a change can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.worksheet.cell_range import CellRange

from matcher.domain.roster import Roster
from matcher.exchange.book import Book
from matcher.exchange.cell import Raw, is_empty, whole_text
from matcher.exchange.headings import Reading, heading_row, lay_out
from matcher.exchange.kinds import NotUnderstood
from matcher.exchange.likeness import plain
from matcher.exchange.roster_writing import write_roster
from matcher.exchange.sheet import Column, Sheet
from matcher.exchange.sources import tables_of_file
from matcher.exchange.table import Table
from matcher.exchange.workbook import SHEETS

Tables = tuple[Table, ...]


@dataclass(frozen=True)
class EditableRow:
    """One row as it stands, whether or not it can be understood."""

    number: int
    """Its number in the sheet."""
    texts: Mapping[str, str]
    """What stands in each known column, by the column's field; empty where nothing does."""


def tables_of_roster(roster: Roster) -> Tables:
    """A roster as the sheets of a workbook."""
    return tables_of_file(write_roster(roster))


def rows_of(tables: Tables, sheet: Sheet) -> tuple[EditableRow, ...]:
    """Every row of a sheet that has content, in the order of the file."""
    reading = _read(tables, sheet)
    return tuple(
        EditableRow(
            number=row.number,
            texts={
                column.field: _shown(column, row.cells, row.places.get(column.field))
                for column in sheet.columns
            },
        )
        for row in reading.rows
    )


def with_row(
    tables: Tables, sheet: Sheet, number: int | None, texts: Mapping[str, str]
) -> tuple[Tables, int]:
    """The sheets with these texts in a row, and the row's number; ``None`` adds a row.

    Fields that aren't given stand as they were. A column or sheet that the file lacks is added.
    """
    table = _with_columns(_table(tables, sheet), sheet, texts)
    places = _places(table, sheet)
    rows = [list(cells) for cells in table.rows]
    if number is None:
        number = len(rows) + 1
        rows.append([])
    cells = rows[number - 1]
    for field, text in texts.items():
        cells += [None] * (places[field] + 1 - len(cells))
        if _shown(sheet.column(field), tuple(cells), places[field]) != text:
            cells[places[field]] = text or None
    merged = tuple(part for area in table.merged for part in _without(area, number))
    changed = replace(table, rows=tuple(map(tuple, rows)), merged=merged)
    return _put(tables, changed), number


def without_row(tables: Tables, sheet: Sheet, number: int) -> Tables:
    """The sheets without what stands in a row; the others keep their numbers."""
    table = _table(tables, sheet)
    rows = [() if place == number else cells for place, cells in enumerate(table.rows, 1)]
    merged = tuple(part for area in table.merged for part in _without(area, number))
    return _put(tables, replace(table, rows=tuple(rows), merged=merged))


def workbook_of(tables: Tables) -> bytes:
    """The sheets as an .xlsx, to be kept where the file came from."""
    book = Book("Koordinatormatch")
    for table in tables:
        page = book.page(table.name)
        for place, cells in enumerate(table.rows):
            if place == 0 and not all(map(is_empty, cells)):
                page.headings([whole_text(cell) for cell in cells])
            else:
                page.row(cells)
    return book.content()


def sheet_named(name: str) -> Sheet:
    """A sheet of the workbook by its name. Raises ``KeyError``."""
    return {sheet.name: sheet for sheet in SHEETS}[name]


def _read(tables: Tables, sheet: Sheet) -> Reading:
    reading = Reading(sheet, _table(tables, sheet))
    lay_out(reading)
    return reading


def _table(tables: Tables, sheet: Sheet) -> Table:
    """The sheet's table; one with headings alone where the file has none."""
    for table in tables:
        if plain(table.name) == plain(sheet.name) and table.rows:
            return table
    return Table(sheet.name, (tuple(column.heading for column in sheet.columns),))


def _put(tables: Tables, changed: Table) -> Tables:
    if all(plain(table.name) != plain(changed.name) for table in tables):
        return (*tables, changed)
    return tuple(changed if plain(t.name) == plain(changed.name) else t for t in tables)


def _with_columns(table: Table, sheet: Sheet, fields: Iterable[str]) -> Table:
    """The table with a heading for every field that is to be filled."""
    known = _places(table, sheet)
    lacking: list[Column] = [sheet.column(field) for field in fields if field not in known]
    if not lacking:
        return table
    at = heading_row(sheet, table) - 1
    width = max(len(cells) for cells in table.rows)
    rows = list(table.rows)
    headings = (*rows[at], *[None] * (width - len(rows[at])))
    rows[at] = (*headings, *(column.heading for column in lacking))
    return replace(table, rows=tuple(rows))


def _places(table: Table, sheet: Sheet) -> dict[str, int]:
    reading = Reading(sheet, replace(table, rows=(*table.rows, ("x",))))
    lay_out(reading)
    return dict(reading.rows[-1].places)


def _shown(column: Column, cells: tuple[Raw, ...], place: int | None) -> str:
    """What stands in a cell; a date as its column writes dates, such as 03.2015 for a month."""
    raw = cells[place] if place is not None and place < len(cells) else None
    if isinstance(raw, date):
        try:
            return column.kind.write_text(column.kind.read(raw))
        except NotUnderstood:
            pass  # shown as it stands
    return whole_text(raw)


def _without(area: str, number: int) -> list[str]:
    """A merged range without a row that now has values of its own."""
    whole = CellRange(area)
    if not whole.min_row <= number <= whole.max_row:
        return [area]
    above, below = copy(whole), copy(whole)
    above.max_row, below.min_row = number - 1, number + 1
    return [part.coord for part in (above, below) if part.min_row <= part.max_row]
