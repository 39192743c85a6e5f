"""Rows are mended in the program, and read again by the reader that refused them."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.editing import (
    Tables,
    rows_of,
    sheet_named,
    tables_of_roster,
    with_row,
    without_row,
    workbook_of,
)
from matcher.exchange.imported import Imported
from matcher.exchange.reading import read, read_tables
from matcher.exchange.sources import tables_of_file
from matcher.exchange.table import Table
from matcher.exchange.workbook import ABSENCES, CASES, COORDINATORS, SHEETS

ON = date(2026, 11, 23)
FAULTY = Path("data/sample/liten-med-feil.xlsx").read_bytes()
WHOLE = Path("data/sample/liten.xlsx").read_bytes()


def faulty() -> Tables:
    return tables_of_file(FAULTY)


def messages(imported: Imported, place: str) -> list[str]:
    return [found.message for found in imported.findings if found.subject.startswith(place)]


def number_of(tables: Tables, case: str) -> int:
    return next(row.number for row in rows_of(tables, CASES) if row.texts["id"] == case)


def test_a_faulty_cell_is_shown_as_it_stands_in_the_file() -> None:
    row = next(row for row in rows_of(faulty(), CASES) if row.number == 7)
    assert (row.texts["id"], row.texts["bti_level"]) == ("S-006", "7")


def test_a_month_is_shown_as_months_are_written() -> None:
    born = rows_of(tables_of_file(WHOLE), CASES)[0].texts["birth_month"]
    assert re.fullmatch(r"\d\d\.\d{4}", born)


def test_a_mended_row_is_taken_in_with_all_that_was_held_back_for_it() -> None:
    before = read_tables(faulty(), ON)
    assert "S-006" not in before.roster.case_by_id
    mended, number = with_row(faulty(), CASES, 7, {"bti_level": "2"})
    after = read_tables(mended, ON)
    assert number == 7
    assert after.roster.case_by_id["S-006"].bti_level == 2
    assert after.roster.case_by_id["S-006"].services
    assert after.rejected_rows < before.rejected_rows
    assert not messages(after, "Saker!E7")


def test_a_form_cant_accept_what_a_file_couldnt() -> None:
    changed, _ = with_row(tables_of_file(WHOLE), CASES, 2, {"bti_level": "mye"})
    assert "«mye» er ikke et helt tall" in messages(read_tables(changed, ON), "Saker!E2")[0]


def test_a_row_mended_out_of_a_merged_cell_is_no_longer_refused_for_it() -> None:
    mended, _ = with_row(faulty(), CASES, 32, {"current_coordinator": ""})
    after = read_tables(mended, ON)
    assert not [m for m in messages(after, "Saker!A32") if "sammenslåtte" in m]
    assert [m for m in messages(after, "Saker!A33") if "sammenslåtte" in m]


def test_a_new_row_is_added_last_and_read() -> None:
    tables = tables_of_file(WHOLE)
    before = read_tables(tables, ON).roster
    added, number = with_row(
        tables,
        COORDINATORS,
        None,
        {"id": "K-90", "agreed_hours_per_month": "7,5"},
    )
    person = read_tables(added, ON).roster.coordinator_by_id["K-90"]
    assert person.agreed_hours_per_month == 7.5
    assert number > len(before.coordinators)
    away, _ = with_row(added, ABSENCES, None, {"owner": "K-90", "first_day": "1.12.2026"})
    absent = read_tables(away, ON).roster.coordinator_by_id["K-90"]
    assert [absence.first_day for absence in absent.absences] == [date(2026, 12, 1)]


def test_a_sheet_and_a_column_that_the_file_lacks_are_made() -> None:
    bare = (
        Table("Saker", (("Sak",), ("S-1",))),
        Table("Koordinatorer", (("Koordinator",), ("K-1",))),
    )
    tables, _ = with_row(bare, CASES, 2, {"area": "Nord"})
    tables, _ = with_row(tables, ABSENCES, None, {"owner": "K-1", "first_day": "01.12.2026"})
    roster = read_tables(tables, ON).roster
    assert roster.case_by_id["S-1"].area == "Nord"
    assert roster.coordinator_by_id["K-1"].absences


def test_a_deleted_row_is_gone_and_the_others_keep_their_numbers() -> None:
    tables = tables_of_file(WHOLE)
    number = number_of(tables, "S-002")
    left = without_row(tables, CASES, number)
    assert "S-002" not in read_tables(left, ON).roster.case_by_id
    assert number_of(left, "S-003") == number_of(tables, "S-003")


def test_a_change_leaves_the_old_sheets_as_they_were() -> None:
    tables = tables_of_file(WHOLE)
    with_row(tables, CASES, 2, {"area": "Nord"})
    without_row(tables, CASES, 2)
    assert tables == tables_of_file(WHOLE)


@pytest.mark.parametrize("content", [WHOLE, FAULTY])
def test_changed_sheets_written_out_are_read_as_the_same(content: bytes) -> None:
    tables = tables_of_file(content)
    written = read("ut.xlsx", workbook_of(tables), ON)
    assert written.roster == read_tables(without_merging(tables), ON).roster


def without_merging(tables: Tables) -> Tables:
    return tuple(Table(table.name, table.rows) for table in tables)


def test_a_roster_becomes_sheets_that_read_back_to_it() -> None:
    roster = read_tables(tables_of_file(WHOLE), ON).roster
    assert read_tables(tables_of_roster(roster), ON).roster == roster


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_writing_back_what_stands_changes_nothing(data: st.DataObject) -> None:
    tables = faulty()
    sheet = sheet_named(data.draw(st.sampled_from([sheet.name for sheet in SHEETS])))
    row = data.draw(st.sampled_from(rows_of(tables, sheet)))
    kept, _ = with_row((*(Table(t.name, t.rows) for t in tables),), sheet, row.number, row.texts)
    padded = {table.name: _trimmed(table) for table in kept}
    assert padded == {table.name: _trimmed(table) for table in tables}


def _trimmed(table: Table) -> list[tuple[object, ...]]:
    """Rows without the empty cells at their end, which say nothing."""
    rows: list[tuple[object, ...]] = []
    for cells in table.rows:
        last = max((place for place, cell in enumerate(cells, 1) if cell is not None), default=0)
        rows.append(tuple(cells[:last]))
    return rows
