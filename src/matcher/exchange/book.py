"""A workbook being written, safely: no text in a cell can become a formula or a link.

The day it was made is fixed, so that the same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from math import isfinite

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from matcher.exchange.cell import Raw, shown

MADE = datetime(2026, 1, 1)
MOST_CHARACTERS_IN_A_CELL = 32_000
NARROWEST, WIDEST = 9, 60
DATE_FORMAT = "dd.mm.yyyy"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Page:
    """One sheet: headings, then rows below each other."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self._book = book
        self.worksheet = worksheet
        self._next_row = 0

    def headings(self, texts: Sequence[str], widths: Sequence[int] | None = None) -> None:
        """The headings in bold, kept in view, with columns wide enough for them."""
        for column, text in enumerate(texts):
            width = widths[column] if widths else max(NARROWEST, min(len(text) + 3, WIDEST))
            self.worksheet.set_column(column, column, width)
            self.worksheet.write_string(self._next_row, column, text, self._book.heading)
        self._next_row += 1
        self.worksheet.freeze_panes(self._next_row, 1)

    def row(self, cells: Iterable[Raw], formats: Sequence[str | None] = ()) -> None:
        """A row of cells; ``formats`` are the columns' number formats, where they have one."""
        for column, raw in enumerate(cells):
            number_format = formats[column] if column < len(formats) else None
            self._put(column, raw, number_format)
        self._next_row += 1

    def _put(self, column: int, raw: Raw, number_format: str | None) -> None:
        at = (self._next_row, column)
        match raw:
            case None:
                pass
            case bool():
                self.worksheet.write_boolean(*at, raw)
            case int() | float() if isfinite(raw):
                self.worksheet.write_number(*at, raw, self._book.style(number_format))
            case date():
                shape = number_format if number_format and "yyyy" in number_format else DATE_FORMAT
                self.worksheet.write_datetime(*at, raw, self._book.style(shape))
            case _:
                text = raw if isinstance(raw, str) else shown(raw)
                style = self._book.style(number_format or "@")
                self.worksheet.write_string(*at, text[:MOST_CHARACTERS_IN_A_CELL], style)


class Book:
    """The workbook; ``content`` closes it."""

    def __init__(self, title: str) -> None:
        self._buffer = BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, OPTIONS)
        self._book.set_properties({"title": title, "created": MADE})
        self._styles: dict[str, Format] = {}
        self.heading: Format = self._book.add_format(
            {"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "valign": "top"}
        )

    def page(self, name: str) -> Page:
        """A new sheet."""
        return Page(self, self._book.add_worksheet(name))

    def style(self, number_format: str | None) -> Format | None:
        """The look of a cell with this number format, long text folded."""
        if number_format is None:
            return None
        if number_format not in self._styles:
            look = {"num_format": number_format, "valign": "top"}
            self._styles[number_format] = self._book.add_format(look)
        return self._styles[number_format]

    def content(self) -> bytes:
        """The finished .xlsx. The book can't be written to afterwards."""
        self._book.close()
        return self._buffer.getvalue()
