"""The traps of .xlsx: dimensions that lie, formulas, per cent, errors, and sheets without end."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl import load_workbook

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.exchange import read, write_roster
from matcher.exchange.table import MOST_ROWS
from tests.exchange.made_workbooks import (
    ON,
    errors,
    imported,
    part,
    repacked,
    saved,
    the,
    warnings,
    whole,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(change: Any, **sheets: Any) -> bytes:
    """A workbook whose first sheet's XML is changed by hand."""
    content = workbook(whole(**sheets))
    return repacked(content, {SHEET: change(part(content, SHEET).decode()).encode()})


def test_a_wrong_dimension_does_not_cut_rows_off() -> None:
    cases = [["Sak"], *([f"S{n}"] for n in range(300))]
    lie = with_sheet(lambda xml: xml.replace('ref="A1:A301"', 'ref="A1:A2"'), Saker=cases)
    assert b'ref="A1:A2"' in part(lie, SHEET)
    assert len(read("a.xlsx", lie, ON).roster.cases) == 300


def test_a_missing_dimension_does_no_harm() -> None:
    content = with_sheet(lambda xml: re.sub(r"<dimension[^>]*/>", "", xml))
    assert len(read("a.xlsx", content, ON).roster.cases) == 2


def test_a_formula_is_read_as_the_value_it_was_saved_with() -> None:
    def computed(xml: str) -> str:
        return xml.replace("<v>2</v>", "<f>1+1</f><v>3</v>")

    content = with_sheet(computed, Saker=[["Sak", "BTI-nivå"], ["S1", 2]])
    assert read("a.xlsx", content, ON).roster.cases[0].bti_level == 3


def test_a_formula_that_was_saved_without_a_value_is_told() -> None:
    result = imported(Saker=[["Sak", "BTI-nivå"], ["S1", "=1+1"], ["S2", 1]])
    assert errors(result) == [("cell_not_understood", "Saker!B2")]
    assert "formel uten utregnet verdi" in the(result, "cell_not_understood").message


def test_a_formula_whose_value_is_an_empty_text_is_not_known() -> None:
    def empty(xml: str) -> str:
        return xml.replace('<c r="B2" t="n"><v>2</v></c>', '<c r="B2" t="str"><f>""</f><v></v></c>')

    content = with_sheet(empty, Saker=[["Sak", "BTI-nivå"], ["S1", 2]])
    assert b'<f>""</f>' in part(content, SHEET)
    result = read("a.xlsx", content, ON)
    assert not errors(result)
    assert result.roster.cases[0].bti_level is None


def test_a_spreadsheet_error_in_a_cell_is_told() -> None:
    def broken(xml: str) -> str:
        return xml.replace('t="n"><v>2</v>', 't="e"><v>#REF!</v>')

    content = with_sheet(broken, Saker=[["Sak", "BTI-nivå"], ["S1", 2]])
    result = read("a.xlsx", content, ON)
    assert "regnearkfeilen #REF!" in the(result, "cell_not_understood").message


def test_a_cell_formatted_as_per_cent_is_read_as_what_it_shows() -> None:
    book = load_workbook(
        BytesIO(workbook(whole(Koordinatorer=[["Koordinator", "Stillingsprosent"], ["K1", 0.55]])))
    )
    book["Koordinatorer"]["B2"].number_format = "0 %"
    result = read("a.xlsx", saved(book), ON)
    assert result.roster.coordinators[0].position_percent == 55
    assert not warnings(result)


def test_real_dates_are_read() -> None:
    result = imported(Saker=[["Sak", "Mottatt"], ["S1", date(2026, 10, 3)], ["S2", None]])
    assert [case.received for case in result.roster.cases] == [date(2026, 10, 3), None]


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)])
def test_the_spreadsheets_leap_year_that_never_was_moves_no_day(day: date) -> None:
    roster = Roster.of(ON, [Case(id="S1", received=day)], [Coordinator(id="K1")])
    assert read("a.xlsx", write_roster(roster), ON).roster == roster


def test_an_id_that_the_spreadsheet_made_a_number_is_read_as_it_shows() -> None:
    result = imported(Saker=[["Sak"], [101]], Tjenester=[["Sak", "Tjeneste"], ["101", "rus"]])
    assert not errors(result)
    assert len(result.roster.case_by_id["101"].services) == 1


def test_an_id_that_the_spreadsheet_made_a_date_is_told() -> None:
    result = imported(Saker=[["Sak"], [date(2026, 12, 3)]])
    assert "gjort teksten om til en dato" in the(result, "cell_not_understood").message


def test_a_sheet_without_end_is_refused() -> None:
    def endless(xml: str) -> str:
        rows = "".join(
            f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(4, MOST_ROWS + 4)
        )
        return xml.replace("</sheetData>", rows + "</sheetData>")

    result = read("a.xlsx", with_sheet(endless), ON)
    assert errors(result) == [("too_many_rows", "Saker")]
    assert "50 000 rader" in result.findings[0].message
    assert not result.roster.cases


def test_a_stray_cell_far_down_is_told_and_costs_nothing() -> None:
    def stray(xml: str) -> str:
        row = '<row r="1048576"><c r="B1048576" t="n"><v>1</v></c></row>'
        return xml.replace("</sheetData>", row + "</sheetData>")

    result = read("a.xlsx", with_sheet(stray, Saker=[["Sak", "BTI-nivå"], ["S1", 1]]), ON)
    assert errors(result) == [("cell_missing", "Saker!A1048576")]
    assert [case.id for case in result.roster.cases] == ["S1"]


def test_rows_as_wide_as_a_sheet_can_be_are_stopped() -> None:
    def wide(xml: str) -> str:
        rows = "".join(
            f'<row r="{n}"><c r="XFD{n}" t="n"><v>1</v></c></row>' for n in range(10, 300)
        )
        return xml.replace("</sheetData>", rows + "</sheetData>")

    assert errors(read("a.xlsx", with_sheet(wide), ON)) == [("too_large", "a.xlsx")]


def test_empty_rows_and_cells_of_space_are_nothing() -> None:
    result = imported(Saker=[["Sak", "Område"], [], ["S1", "  "], [None, " "], ["S2"]])
    assert not errors(result)
    assert [case.area for case in result.roster.cases] == [None, None]


def test_openpyxl_parses_through_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML is True


def test_nothing_is_read_where_openpyxl_would_parse_unsafely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    with pytest.raises(RuntimeError, match="defusedxml"):
        imported()
