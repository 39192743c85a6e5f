"""Changing the data in the program: rows of the file, read again by the same reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.domain.roster import Roster
from matcher.exchange.editing import (
    EditableRow,
    Tables,
    rows_of,
    tables_of_roster,
    with_row,
    without_row,
    workbook_of,
)
from matcher.exchange.imported import Imported
from matcher.exchange.reading import read_tables
from matcher.exchange.sheet import Sheet
from matcher.exchange.sources import tables_of_file
from matcher.exchange.table import UnusableFile
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Editing(Ground):
    """Rows of the data, seen and changed one at a time."""

    def editable_file(self, content: bytes) -> Tables | None:
        """The sheets of a file; ``None`` where it can't be opened, which `import_file` tells."""
        try:
            return tables_of_file(content)
        except UnusableFile:
            return None

    def editable_roster(self, roster: Roster) -> Tables:
        """A roster as sheets, where the file it came from isn't at hand."""
        return tables_of_roster(roster)

    def rows(self, tables: Tables, sheet: Sheet) -> tuple[EditableRow, ...]:
        """Every row of a sheet, also those that were refused."""
        return rows_of(tables, sheet)

    def change_row(
        self, tables: Tables, sheet: Sheet, number: int | None, texts: Mapping[str, str]
    ) -> tuple[Tables, int]:
        """The sheets with a row changed, or added where ``number`` is ``None``; and its number."""
        return with_row(tables, sheet, number, texts)

    def delete_row(self, tables: Tables, sheet: Sheet, number: int) -> Tables:
        """The sheets without a row."""
        return without_row(tables, sheet, number)

    def import_tables(self, tables: Tables, on: date) -> Imported:
        """Read sheets that were changed, with every check that a file gets."""
        return read_tables(tables, on)

    def edited_workbook(self, tables: Tables) -> bytes:
        """The sheets as they stand now, as an .xlsx to keep."""
        return workbook_of(tables)
