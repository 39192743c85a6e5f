""".csv as Norwegian Excel and others write them, in a folder or a zip."""

import codecs
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.roster import Roster
from matcher.exchange import read, read_folder, read_path, write_csv_folder
from matcher.exchange.csv_reading import guarded, read_csv, unguarded
from matcher.exchange.table import MOST_ROWS
from tests.exchange.made_workbooks import ON, csv_bytes, errors, warnings, zipped

COORDINATORS = csv_bytes(["Koordinator", "K1"])
CASES = ["Sak;Mottatt;Timer per måned;Område", "S1;03.10.2026;7,5;Ærfugløy"]


@pytest.mark.parametrize(
    "content",
    [
        csv_bytes(CASES, "utf-8"),
        csv_bytes(CASES, "utf-8-sig"),
        csv_bytes(CASES, "cp1252"),
        codecs.BOM_UTF16_LE + csv_bytes(CASES, "utf-16-le"),
        codecs.BOM_UTF16_BE + csv_bytes(CASES, "utf-16-be"),
        csv_bytes([row.replace(";", "\t") for row in CASES], "utf-16"),
        csv_bytes([row.replace("7,5", "7.5").replace(";", ",") for row in CASES], "utf-8"),
        csv_bytes(["sep=;", *CASES], "cp1252"),
        csv_bytes(['Sak;Mottatt;"Timer per måned";Område', 'S1;2026-10-03;"7,5";"Ærfugløy"']),
    ],
)
def test_every_way_that_spreadsheets_write_csv_is_read_alike(content: bytes) -> None:
    result = read("a.zip", zipped({"Saker.csv": content, "Koordinatorer.csv": COORDINATORS}), ON)
    assert not errors(result), result.findings
    (case,) = result.roster.cases
    assert (case.received, case.workload_hours_per_month) == (date(2026, 10, 3), 7.5)
    assert case.area == "Ærfugløy"


def test_letters_that_no_encoding_explains_are_told() -> None:
    result = read("a.zip", zipped({"Saker.csv": b"Sak\r\n\x81\x8d\xff"}), ON)
    assert errors(result) == [("unknown_encoding", "Saker")]


def test_a_zip_made_by_a_norwegian_windows_keeps_its_names() -> None:
    wishes = csv_bytes(["Sak;Ønske;Gjelder;Verdi", "S1;ønsker;kjønn;kvinne"])
    content = zipped(
        {
            "Saker.csv": csv_bytes(["Sak", "S1"]),
            "Koordinatorer.csv": COORDINATORS,
            "#nsker.csv": wishes,
        }
    )
    result = read("a.zip", content.replace(b"#nsker", "Ønsker".encode("cp865")), ON)
    assert len(result.roster.cases[0].wishes) == 1


def test_a_zip_may_hold_its_sheets_in_a_folder_and_what_macos_lays_beside_them() -> None:
    parts = {
        "liste/Saker.csv": csv_bytes(["Sak", "S1"]),
        "liste/koordinatorer.CSV": COORDINATORS,
        "__MACOSX/liste/._Saker.csv": b"\x00\x01",
    }
    result = read("a.zip", zipped(parts), ON)
    assert not errors(result), result.findings
    assert len(result.roster.cases) == 1


def test_a_sheet_that_is_there_twice_is_told() -> None:
    parts = {"Saker.csv": csv_bytes(["Sak", "S1"]), "gammel/saker.csv": csv_bytes(["Sak", "S2"])}
    assert errors(read("a.zip", zipped(parts), ON)) == [("sheet_twice", "saker")]


def test_a_folder_without_csv_is_told(tmp_path: Path) -> None:
    assert errors(read_path(tmp_path, ON)) == [("no_csv", tmp_path.name)]


def test_a_row_without_end_of_quote_is_told_and_not_swallowed() -> None:
    cases = csv_bytes(["Sak;Område", 'S1;"Nord', "S2;Sør"])
    result = read("a.zip", zipped({"Saker.csv": cases, "Koordinatorer.csv": COORDINATORS}), ON)
    assert errors(result) == [("damaged", "Saker")]


def test_a_row_longer_than_the_headings_is_told() -> None:
    cases = csv_bytes(["Sak;Område", "S1;Nord;og mer"])
    result = read("a.zip", zipped({"Saker.csv": cases, "Koordinatorer.csv": COORDINATORS}), ON)
    assert warnings(result) == [("column_untitled", "Saker!C1")]


def test_a_csv_without_end_is_refused() -> None:
    cases = csv_bytes(["Sak", *("S" for _ in range(MOST_ROWS))])
    assert errors(read("a.zip", zipped({"Saker.csv": cases}), ON)) == [("too_many_rows", "Saker")]


def test_no_text_is_written_so_that_a_spreadsheet_would_run_it(tmp_path: Path) -> None:
    texts = ["=1+1", "+47", "-1", "@SUM(A1)", "\tx", "'=1"]
    roster = Roster.of(ON, [Case(id=f"S{n}", area=text) for n, text in enumerate(texts)])
    write_csv_folder(roster, tmp_path)
    cells = [cell for row in read_csv_cells(tmp_path / "Saker.csv") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [case.area for case in read_folder(tmp_path, ON).roster.cases] == []
    (tmp_path / "Koordinatorer.csv").write_bytes(COORDINATORS)
    areas = [case.area for case in read_folder(tmp_path, ON).roster.cases]
    assert areas == [text.strip() for text in texts]


def read_csv_cells(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8-sig").splitlines()
    return [line.split(";") for line in lines]


@given(st.text())
def test_the_guard_is_taken_away_again_whatever_the_text(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.binary(max_size=300))
def test_no_content_of_a_csv_raises_anything_unforeseen(content: bytes) -> None:
    parts = {"Saker.csv": content, "Koordinatorer.csv": COORDINATORS}
    assert read("a.zip", zipped(parts), ON).findings


def test_numbers_and_ids_stay_text_until_their_column_is_known() -> None:
    table = read_csv("Saker", csv_bytes(["Sak;BTI-nivå", "007;2"]))
    assert table.rows[1] == ("007", "2")
