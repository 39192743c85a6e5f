"""A roster as a workbook or a folder of .csv."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from matcher.domain.roster import Roster
from matcher.exchange.book import Book
from matcher.exchange.csv_reading import guarded
from matcher.exchange.guidance import word_lists, write_guidance, write_help, write_words
from matcher.exchange.sheet import Column, Sheet
from matcher.exchange.workbook import GUIDANCE_SHEET, SHEETS, WORDS_SHEET


def write_roster(roster: Roster) -> bytes:
    """The roster as an .xlsx that ``read`` reads back to the same roster.

    Numbers keep the fifteen digits a spreadsheet keeps. Raises ``ValueError`` for a listed value
    with a semicolon in it.
    """
    book = Book("Koordinatormatch")
    write_guidance(book.page(GUIDANCE_SHEET))
    lists = word_lists()
    for sheet in SHEETS:
        page = book.page(sheet.name)
        page.headings([column.heading for column in sheet.columns])
        formats = [column.kind.number_format for column in sheet.columns]
        for position, column in enumerate(sheet.columns):
            write_help(page, position, column, lists, book)
        for owner, item in sheet.parts(roster):
            values = [column.value_in(owner, item) for column in sheet.columns]
            page.row(
                [
                    None if v is None else c.kind.write(v)
                    for c, v in zip(sheet.columns, values, strict=True)
                ],
                formats,
            )
    write_words(book.page(WORDS_SHEET), lists)
    return book.content()


def write_csv_folder(roster: Roster, folder: Path) -> None:
    """The roster as one .csv a sheet, as Norwegian Excel writes them: semicolon, decimal comma."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in SHEETS:
        (folder / f"{sheet.name}.csv").write_bytes(_csv(sheet, roster).encode("utf-8-sig"))


def _csv(sheet: Sheet, roster: Roster) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.heading for column in sheet.columns)
    for owner, item in sheet.parts(roster):
        writer.writerow(_csv_cell(column, column.value_in(owner, item)) for column in sheet.columns)
    return text.getvalue()


def _csv_cell(column: Column, value: object) -> str:
    return "" if value is None else guarded(column.kind.write_text(value))
