"""From a file to a roster: the main path.

Every fault is told, the faulty rows come back with the reason, and nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter

from matcher.domain.finding import Finding, Severity
from matcher.domain.roster import Roster
from matcher.exchange.assembly import hidden_places_of, roster_of
from matcher.exchange.cell import shown
from matcher.exchange.headings import Reading, lay_out
from matcher.exchange.imported import Imported
from matcher.exchange.likeness import closest, plain
from matcher.exchange.national_ids import columns_with_national_ids
from matcher.exchange.plausibility import weigh
from matcher.exchange.references import settle_references
from matcher.exchange.rejected import rejected_workbook
from matcher.exchange.row import understand
from matcher.exchange.sources import tables_of_file, tables_of_folder
from matcher.exchange.table import MOST_BYTES, Table, UnusableFile, too_large
from matcher.exchange.workbook import GUIDANCE_SHEET, SHEETS, WORDS_SHEET


def read(name: str, content: bytes, on: date) -> Imported:
    """Read a workbook (.xlsx) or a zip of .csv, for a round on the day ``on``.

    ``name`` is only for messages: what the file is, its content says. Raises nothing for bad
    content: it is told.
    """
    try:
        return read_tables(tables_of_file(content), on)
    except UnusableFile as fault:
        return _nothing(on, fault, name)


def read_folder(folder: Path, on: date) -> Imported:
    """Read a folder of .csv, one for each sheet, for a round on the day ``on``."""
    try:
        return read_tables(tables_of_folder(folder), on)
    except UnusableFile as fault:
        return _nothing(on, fault, folder.name)


def read_path(path: Path, on: date) -> Imported:
    """Read a workbook, a zip of .csv or a folder of .csv, for a round on the day ``on``."""
    if path.is_dir():
        return read_folder(path, on)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large()
        content = path.read_bytes()
    except UnusableFile as fault:
        return _nothing(on, fault, path.name)
    except OSError:
        what = f"Filen {path} finnes ikke eller kan ikke åpnes. Kanskje er stien skrevet feil."
        return _nothing(on, UnusableFile("file_missing", what), path.name)
    return read(path.name, content, on)


def _nothing(on: date, fault: UnusableFile, name: str) -> Imported:
    finding = Finding(
        code=fault.code,
        severity=Severity.ERROR,
        subject=fault.subject or name,
        message=str(fault),
    )
    return Imported(Roster.of(on), (finding,))


def read_tables(tables: tuple[Table, ...], on: date) -> Imported:
    """Read sheets that are at hand already. Raises ``UnusableFile`` for a sheet given twice."""
    if found := _national_ids(tables):
        return Imported(Roster.of(on), found)
    readings, findings = _readings(tables)
    for reading in readings:
        if reading.table is not None and reading.table.rows:
            lay_out(reading)
        _tell_if_empty(reading)
    findings += [finding for reading in readings for finding in reading.findings]
    if any(reading.fatal and reading.sheet.is_required for reading in readings):
        return Imported(Roster.of(on), tuple(findings))
    rows = {reading.sheet.name: reading.rows for reading in readings}
    every_row = [row for reading in readings for row in reading.rows]
    for reading in readings:
        for row in () if reading.fatal else reading.rows:
            understand(row)
            weigh(row, on)
    settle_references(rows)
    findings += [finding for row in every_row for finding in row.findings]
    refused = sum(row.is_refused for row in every_row)
    return Imported(
        roster_of(rows, on),
        tuple(findings),
        refused,
        rejected_workbook(readings) if refused else None,
        hidden_places_of(rows),
    )


def _national_ids(tables: Iterable[Table]) -> tuple[Finding, ...]:
    """An error for each column that holds national identity numbers; the numbers aren't told."""
    return tuple(
        Finding(
            code="national_id",
            severity=Severity.ERROR,
            subject=f"{table.name}!{get_column_letter(column + 1)}",
            message=(
                f"Arket {table.name}, {_column_name(table, column)}, inneholder fødselsnummer "
                "eller D-nummer. De trengs ikke for å fordele koordinatorer, og ingenting er tatt "
                "inn. Kanskje kan du bytte dem med egne saksnumre før du prøver igjen."
            ),
        )
        for table in tables
        for column in columns_with_national_ids(table)
    )


def _column_name(table: Table, column: int) -> str:
    """The column's letter, and its heading where it has one that isn't itself a number."""
    letter = get_column_letter(column + 1)
    first = table.rows[0][column] if table.rows and column < len(table.rows[0]) else None
    has_heading = isinstance(first, str) and not any(sign.isdigit() for sign in first)
    return f"kolonnen «{shown(first)}» ({letter})" if has_heading else f"kolonne {letter}"


def _readings(tables: tuple[Table, ...]) -> tuple[list[Reading], list[Finding]]:
    """A reading for each sheet of the workbook, and what is said of the sheets as such."""
    by_name: dict[str, Table] = {}
    for table in tables:
        if plain(table.name) in by_name:
            raise UnusableFile("sheet_twice", f"Arket {table.name} finnes to ganger.", table.name)
        by_name[plain(table.name)] = table
    readings = [Reading(sheet, by_name.pop(plain(sheet.name), None)) for sheet in SHEETS]
    for reading in readings:
        _tell_if_absent(reading)
    asides = {plain(GUIDANCE_SHEET), plain(WORDS_SHEET)}
    return readings, [_unknown_sheet(t) for name, t in by_name.items() if name not in asides]


def _tell_if_absent(reading: Reading) -> None:
    name = reading.sheet.name
    if reading.table is None and reading.sheet.is_required:
        what = f"Arket {name} mangler. Kanskje heter det noe annet i filen."
        reading.tell("sheet_missing", Severity.ERROR, what)
    elif reading.table is None:
        what = f"Arket {name} finnes ikke i filen, og regnes som tomt."
        reading.tell("sheet_absent", Severity.INFO, what)


def _tell_if_empty(reading: Reading) -> None:
    if reading.sheet.is_required and not reading.rows and not reading.fatal:
        name = reading.sheet.name
        what = f"Arket {name} har ingen rader. Kanskje er feil fil valgt, eller malen ikke fylt ut."
        reading.tell("sheet_empty", Severity.ERROR, what)


def _unknown_sheet(table: Table) -> Finding:
    near = closest(table.name, [sheet.name for sheet in SHEETS])
    return Finding(
        code="sheet_unknown",
        severity=Severity.WARNING if near else Severity.INFO,
        subject=table.name,
        message=f"Arket {table.name} er ikke kjent og brukes ikke."
        + (f" Kanskje skal det hete «{near}»." if near else ""),
    )
