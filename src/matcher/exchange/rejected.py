"""The refused rows, given back as they stood with the reason beside each (avvist.xlsx).

Only the place of a blocked address isn't given back.
"""

from __future__ import annotations

from collections.abc import Iterable

from matcher.exchange.book import Book
from matcher.exchange.cell import Raw, shown
from matcher.exchange.headings import Reading
from matcher.exchange.hidden_places import blocked_ids, without_places
from matcher.exchange.sheet import heading_key
from matcher.exchange.workbook import REASON_HEADING


def rejected_workbook(readings: Iterable[Reading]) -> bytes:
    """A workbook with the same sheets and columns, of the refused rows only.

    Corrected rows can be moved back, or the file be read again: the reasons are passed over.
    """
    readings = tuple(readings)
    blocked = blocked_ids(row for reading in readings for row in reading.rows)
    book = Book("Avviste rader")
    for reading in readings:
        refused = [row for row in reading.rows if row.is_refused]
        if not refused or reading.table is None:
            continue
        page = book.page(reading.sheet.name)
        headings = reading.table.rows[reading.heading_row - 1]
        width = max(len(headings), *(len(row.cells) for row in refused))
        kept = [i for i in range(width) if not _is_reason(shown(_at(headings, i)))]
        titles = [shown(_at(headings, i)) for i in kept]
        page.headings([REASON_HEADING, *titles], [60, *(max(9, len(t) + 3) for t in titles)])
        for row in refused:
            cells = without_places(row, blocked)
            page.row([" ".join(row.reasons), *(_at(cells, i) for i in kept)])
    return book.content()


def _at(cells: tuple[Raw, ...], position: int) -> Raw:
    return cells[position] if position < len(cells) else None


def _is_reason(heading: str) -> bool:
    return heading_key(heading) == heading_key(REASON_HEADING)
