"""Which column of a sheet is which, and what is said of those that are not known."""

from __future__ import annotations

from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter, range_boundaries

from matcher.domain.finding import Finding, Severity
from matcher.exchange.cell import is_empty, shown
from matcher.exchange.likeness import closest
from matcher.exchange.row import Row
from matcher.exchange.sheet import Sheet, heading_key
from matcher.exchange.table import MOST_ROWS, Table, too_large
from matcher.exchange.workbook import REASON_HEADING

ROWS_TO_SEARCH = 10
"""A title or an empty row may stand above the headings."""
UNMERGE = "Kanskje kan du oppheve sammenslåingen, så hver celle har sin egen verdi."


@dataclass
class Reading:
    """One sheet on its way in: its table, its rows, and what is said of the sheet itself."""

    sheet: Sheet
    table: Table | None = None
    heading_row: int = 1
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def fatal(self) -> str | None:
        """Why the sheet as a whole can't be used, in the words told."""
        errors = (f.message for f in self.findings if f.severity is Severity.ERROR)
        return next(errors, None)

    def tell(self, code: str, severity: Severity, what: str, column: int | None = None) -> None:
        """Say something of the sheet, or of a column's heading."""
        if severity is Severity.ERROR and self.sheet.is_required:
            what += " Ingenting er tatt inn."
        place = "" if column is None else f"!{get_column_letter(column + 1)}{self.heading_row}"
        self.findings.append(
            Finding(code=code, severity=severity, subject=f"{self.sheet.name}{place}", message=what)
        )


def lay_out(reading: Reading) -> None:
    """Find the headings and make a row of each row with content; rows are not yet understood."""
    table, sheet = reading.table, reading.sheet
    assert table is not None
    reading.heading_row = heading_row(sheet, table)
    places = _places(reading)
    merged = _merged_rows(reading)
    for number, cells in enumerate(table.rows[reading.heading_row :], reading.heading_row + 1):
        if not all(is_empty(cell) for cell in cells):
            row = Row(sheet, number, cells, places)
            reading.rows.append(row)
            if reading.fatal:
                row.hold_back(f"Hele arket er avvist. {reading.fatal}")
            elif number in merged:
                row.refuse(
                    "merged_cells", f"raden har sammenslåtte celler ({merged[number]}). {UNMERGE}"
                )


def heading_row(sheet: Sheet, table: Table) -> int:
    """The number of the row with the headings: the first where none looks like them."""
    for number, cells in enumerate(table.rows[:ROWS_TO_SEARCH], 1):
        if any(heading_key(shown(cell)) == heading_key(sheet.key.heading) for cell in cells):
            return number
    return 1


def _places(reading: Reading) -> dict[str, int]:
    """Each known field's column; tells the columns that are unknown, double or missing."""
    assert reading.table is not None
    sheet, places = reading.sheet, dict[str, int]()
    headings = reading.table.rows[reading.heading_row - 1] if reading.table.rows else ()
    for position, cell in enumerate(headings):
        heading = shown(cell)
        column = sheet.column_by_heading.get(heading_key(heading))
        if column is None:
            _tell_unknown(reading, position, heading)
        elif column.field in places:
            what = f"Arket {sheet.name} har kolonnen «{column.heading}» to ganger."
            reading.tell("column_twice", Severity.ERROR, what, position)
        else:
            places[column.field] = position
    _tell_untitled(reading, len(headings))
    _tell_missing(reading, places)
    return places


def _tell_unknown(reading: Reading, position: int, heading: str) -> None:
    if not heading or heading_key(heading) == heading_key(REASON_HEADING):
        return
    known = [column.heading for column in reading.sheet.columns]
    near = closest(heading, known)
    advice = f" Kanskje «{near}»?" if near else ""
    what = (
        f"Arket {reading.sheet.name} har kolonnen «{heading}», som ikke er kjent og ikke brukes."
        f"{advice}"
    )
    reading.tell("column_unknown", Severity.WARNING, what, position)


def _tell_untitled(reading: Reading, width: int) -> None:
    """Columns that have content, but no heading to say what it is."""
    assert reading.table is not None
    rows = reading.table.rows
    headings = rows[reading.heading_row - 1] if rows else ()
    used = {
        position
        for cells in rows[reading.heading_row :]
        for position, cell in enumerate(cells)
        if (position >= width or is_empty(headings[position])) and not is_empty(cell)
    }
    for position in sorted(used):
        what = (
            f"Arket {reading.sheet.name} har innhold i kolonne {get_column_letter(position + 1)}, "
            "men ingen overskrift der. Innholdet brukes ikke."
        )
        reading.tell("column_untitled", Severity.WARNING, what, position)


def _tell_missing(reading: Reading, places: dict[str, int]) -> None:
    sheet = reading.sheet
    missing = [column for column in sheet.columns if column.field not in places]
    for column in missing:
        if column.is_required:
            what = (
                f"Arket {sheet.name} mangler kolonnen «{column.heading}», og kan ikke leses. "
                "Kanskje er overskriften skrevet på en annen måte enn i malen."
            )
            reading.tell("column_missing", Severity.ERROR, what)
    optional = [f"«{column.heading}»" for column in missing if not column.is_required]
    if optional:
        what = (
            f"Arket {sheet.name} har ikke kolonnene {', '.join(optional)}: regnes som ikke kjent."
        )
        reading.tell("columns_absent", Severity.INFO, what)


def _merged_rows(reading: Reading) -> dict[int, str]:
    """The rows that merged cells touch; merged headings make the whole sheet unreadable."""
    assert reading.table is not None
    touched: dict[int, str] = {}
    height = 0
    for area in reading.table.merged:
        _, first, _, last = range_boundaries(area)
        if first is None or last is None:
            continue
        if first <= reading.heading_row <= last:
            where = f"Arket {reading.sheet.name} har sammenslåtte celler i overskriften ({area})."
            reading.tell("merged_cells", Severity.ERROR, f"{where} {UNMERGE}")
        below = range(max(first, reading.heading_row + 1), min(last, len(reading.table.rows)) + 1)
        height += len(below)
        if height > MOST_ROWS:
            raise too_large()
        touched |= dict.fromkeys(below, area)
    return touched
