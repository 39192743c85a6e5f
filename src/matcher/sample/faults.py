"""A workbook with deliberate faults, of the kinds that a spreadsheet kept by hand collects."""

from dataclasses import dataclass

from matcher.domain.roster import Roster
from matcher.exchange.book import Book, Page
from matcher.exchange.cell import Raw
from matcher.exchange.sheet import Sheet
from matcher.exchange.workbook import SHEETS


@dataclass(frozen=True)
class Fault:
    """A cell written over. ``row`` is the row in the sheet; the headings are row 1."""

    sheet: str
    heading: str
    row: int
    value: str | int
    why: str


FAULTS: tuple[Fault, ...] = (
    Fault("Saker", "BTI-nivå", 7, 7, "a level that doesn't exist"),
    Fault("Saker", "Timer per måned", 11, "ca. fire", "text in a number"),
    Fault("Saker", "Mottatt", 15, "31.02.2026", "a day that doesn't exist"),
    Fault("Saker", "Nåværende koordinator", 34, "K-99", "a coordinator that nobody is"),
    Fault("Saker", "Sak", 47, "S-045", "an id that another row has"),
    Fault("Saker", "Adressesperre", 54, "kanskje", "a word that isn't in the list"),
    Fault("Tjenester", "Tjeneste", 12, "fysioterapeut", "a misspelt service"),
    Fault("Tjenester", "Sak", 40, "S-999", "a case that doesn't exist"),
    Fault("Tjenester", "Forventet til", 60, "01.01.1995", "an end before the start"),
    Fault("Koordinatorer", "Avtalte timer per måned", 9, -5, "hours below zero"),
    Fault("Koordinatorer", "Ansatt til", 14, "neste sommer", "text in a date"),
    Fault("Koordinatorer", "Tjeneste", 17, "helsestasjonn", "a misspelt service"),
    Fault("Koordinatorer", "Stillingsprosent", 22, 400, "more than a full position"),
    Fault("Ønsker", "Verdi", 7, "K-77", "a wish for a coordinator that nobody is"),
    Fault("Ønsker", "Gjelder", 8, "person", "a word that isn't in the list"),
    Fault("Relasjoner", "Relasjon", 4, "svoger", "a relation that isn't in the list"),
)

UNKNOWN_COLUMN = ("Saker", "Merknad", {3: "ringte mandag", 8: "venter på svar"})
"""Sheet and heading of a column that the program doesn't know, and what stands in it by row."""

MERGED = ("Saker", "Område", 32, 33)
"""Sheet, heading, and the first and last row of cells that are merged into one."""


def faulty(roster: Roster) -> bytes:
    """The roster as somebody might keep it by hand: an .xlsx without guidance, with faults.

    The roster needs at least the rows that ``FAULTS`` name; the sample of 55 × 24 has them.
    """
    book = Book("Koordinatormatch")
    for sheet in SHEETS:
        _write(book.page(sheet.name), sheet, roster)
    return book.content()


def _write(page: Page, sheet: Sheet, roster: Roster) -> None:
    headings = [column.heading for column in sheet.columns]
    rows = _rows(sheet, roster)
    for fault in FAULTS:
        if fault.sheet == sheet.name:
            rows[fault.row - 2][headings.index(fault.heading)] = fault.value
    if sheet.name == UNKNOWN_COLUMN[0]:
        headings.append(UNKNOWN_COLUMN[1])
        for number, row in enumerate(rows, 2):
            row.append(UNKNOWN_COLUMN[2].get(number))
    page.headings(headings)
    formats = [column.kind.number_format for column in sheet.columns]
    for row in rows:
        page.row(row, formats)
    if sheet.name == MERGED[0]:
        _, heading, first, last = MERGED
        column = headings.index(heading)
        page.worksheet.merge_range(first - 1, column, last - 1, column, rows[first - 2][column])


def _rows(sheet: Sheet, roster: Roster) -> list[list[Raw]]:
    rows: list[list[Raw]] = []
    for owner, item in sheet.parts(roster):
        values = [column.value_in(owner, item) for column in sheet.columns]
        rows.append(
            [
                None if value is None else column.kind.write(value)
                for column, value in zip(sheet.columns, values, strict=True)
            ]
        )
    return rows
