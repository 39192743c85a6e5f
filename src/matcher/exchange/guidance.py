"""Help in the workbook: what each column is for, the words allowed, and drop-down lists."""

from __future__ import annotations

from datetime import date

from matcher.exchange.book import Book, Page
from matcher.exchange.dates import Day
from matcher.exchange.kinds import Several
from matcher.exchange.quantities import Decimal, Whole
from matcher.exchange.sheet import Column
from matcher.exchange.workbook import SHEETS, WORDS_SHEET

LAST_ROW_WITH_LISTS = 5000
LONGEST_TITLE, LONGEST_HELP = 32, 255
"""Of the help beside a cell, in characters: the format allows no more."""

WordLists = dict[tuple[str, ...], tuple[int, str]]
"""Each list of allowed words, with its column on the sheet of words and its heading there."""


def word_lists() -> WordLists:
    """Each list of allowed words, with its column on the sheet of words and its heading there."""
    lists: WordLists = {}
    for sheet in SHEETS:
        for column in sheet.columns:
            kind = column.kind.one if isinstance(column.kind, Several) else column.kind
            if kind.words:
                lists.setdefault(kind.words, (len(lists), column.heading))
    return lists


def write_words(page: Page, lists: WordLists) -> None:
    """The sheet of words, a column a list; the drop-down lists take their words from it."""
    page.headings([heading for _, heading in lists.values()], [30] * len(lists))
    longest = max(map(len, lists))
    for position in range(longest):
        page.row([words[position] if position < len(words) else None for words in lists])


def write_guidance(page: Page) -> None:
    """The sheet that says what each sheet and column is for and how it is written."""
    page.headings(["Ark", "Kolonne", "Hva", "Slik skrives det"], [16, 26, 70, 90])
    for sheet in SHEETS:
        must = "Arket må være med." if sheet.is_required else "Arket kan utelates."
        page.row([sheet.name, None, sheet.guidance, must])
        for column in sheet.columns:
            must = "Må fylles ut: " if column.is_required else ""
            page.row([sheet.name, column.heading, column.guidance, must + column.kind.expected])
    page.row([None, None, "En tom celle betyr at noe ikke er kjent, aldri null eller nei."])


def write_help(
    page: Page,
    position: int,
    column: Column,
    lists: WordLists,
    book: Book,
) -> None:
    """The column's format, and help and a drop-down list or a limit on each of its cells."""
    width = max(9, len(column.heading) + 3)
    page.worksheet.set_column(position, position, width, book.style(column.kind.number_format))
    text = f"{column.guidance} Skriv {column.kind.expected}."
    rule = (
        _allowed(column, lists)
        | {
            "input_title": column.heading[:LONGEST_TITLE],
            "input_message": text if len(text) <= LONGEST_HELP else column.guidance,
            "error_type": "warning",  # not a stop: the reader knows more ways to write it
            "error_title": "Kanskje en skrivefeil",
            "error_message": f"Her ventes {column.kind.expected}."[:LONGEST_HELP],
        }
    )
    page.worksheet.data_validation(1, position, LAST_ROW_WITH_LISTS - 1, position, rule)


def _allowed(column: Column, lists: WordLists) -> dict[str, object]:
    kind = column.kind
    if kind.words:
        letter, last = chr(ord("A") + lists[kind.words][0]), len(kind.words) + 1
        return {"validate": "list", "source": f"={WORDS_SHEET}!${letter}$2:${letter}${last}"}
    if isinstance(kind, Day):
        return {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
    if isinstance(kind, Decimal):
        number = "integer" if isinstance(kind, Whole) else "decimal"
        if kind.high is None:
            return {"validate": number, "criteria": ">=", "value": kind.low}
        return {
            "validate": number,
            "criteria": "between",
            "minimum": kind.low,
            "maximum": kind.high,
        }
    return {"validate": "any"}
