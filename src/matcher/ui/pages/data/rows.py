"""Finding the row to mend: the sheet, the rows with faults first, and a search."""

import re
from collections.abc import Sequence

import streamlit as st

from matcher.domain.finding import Finding, Severity
from matcher.exchange.editing import EditableRow, sheet_named
from matcher.exchange.sheet import Sheet
from matcher.exchange.workbook import SHEETS
from matcher.services import Imported
from matcher.ui.frame import note
from matcher.ui.texts import label, say

NAMED_BY = 3
"""So many of a row's first cells name it in the list."""


def faults_of_row(imported: Imported, sheet: Sheet, number: int) -> list[Finding]:
    """What was said of a row."""
    place = re.compile(rf"{re.escape(sheet.name)}![A-Z]+{number}")
    return [found for found in imported.findings if place.fullmatch(found.subject)]


def chosen_sheet(imported: Imported) -> Sheet:
    """The sheet to look at; at first the first one with something to mend."""
    faulty = (name for name in _sheets() if _faulty_rows(imported, sheet_named(name)))
    name = st.segmented_control(
        say("edit.sheet"), _sheets(), default=next(faulty, _sheets()[0]), required=True,
        format_func=label,
    )  # fmt: skip
    return sheet_named(name)


def _sheets() -> list[str]:
    return [sheet.name for sheet in SHEETS]


def _faulty_rows(imported: Imported, sheet: Sheet) -> set[int]:
    """The numbers of the rows with something to mend or look at."""
    place = re.compile(rf"{re.escape(sheet.name)}![A-Z]+(\d+)")
    told = (f for f in imported.findings if f.severity is not Severity.INFO)
    found = (place.fullmatch(finding.subject) for finding in told)
    return {int(match[1]) for match in found if match}


def chosen_row(sheet: Sheet, rows: Sequence[EditableRow], imported: Imported) -> int | None:
    """The number of the row to show; 0 for a new one, ``None`` for none chosen yet."""
    faulty = _faulty_rows(imported, sheet) & {row.number for row in rows}
    counts = {"edit.faulty": len(faulty), "edit.every": len(rows)}
    which, search, pick = st.columns([2, 2, 3])
    kind = which.segmented_control(
        say("edit.which"), list(counts), required=True, key=f"edit-which-{sheet.name}",
        default="edit.faulty" if faulty else "edit.every",
        format_func=lambda key: f"{say(key)} ({counts[key]})",
    )  # fmt: skip
    wanted = search.text_input(say("edit.search"), key=f"edit-search-{sheet.name}")
    names = {row.number: _name(sheet, row) for row in rows}
    shown = [
        number
        for number, name in names.items()
        if (kind == "edit.every" or number in faulty) and wanted.strip().casefold() in name.lower()
    ]
    if not shown:
        note(say("edit.none"), "quiet")
    return pick.selectbox(
        say("edit.row"),
        [0, *shown],
        index=None,
        placeholder=say("edit.row_hint"),
        format_func=lambda number: names.get(number, say("edit.new")),
        key=f"edit-row-{sheet.name}",
    )


def _name(sheet: Sheet, row: EditableRow) -> str:
    texts = [row.texts[column.field] for column in sheet.columns[:NAMED_BY]]
    what = " · ".join(text for text in texts if text) or say("edit.empty_row")
    return say("edit.row_named", what=what, number=row.number)
