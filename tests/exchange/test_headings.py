"""Which column is which, and what is said of sheets and columns that are not as in the template."""

from io import BytesIO

from openpyxl import load_workbook

from matcher.exchange import read
from tests.exchange.made_workbooks import (
    CASES,
    COORDINATORS,
    ON,
    errors,
    imported,
    saved,
    the,
    warnings,
    whole,
    workbook,
)


def test_headings_are_known_whatever_their_case_space_and_unit() -> None:
    result = imported(
        Saker=[
            ["  SAK ", "timer  per Måned (t)", "BTI-nivå:", "Fødselsmåned [mm.åååå]"],
            ["S1", 7.5, 2, "03.2019"],
        ]
    )
    (case,) = result.roster.cases
    assert (case.workload_hours_per_month, case.bti_level) == (7.5, 2)
    assert case.birth_month is not None
    assert not errors(result)
    assert not warnings(result)


def test_sheets_are_known_whatever_their_case_and_space() -> None:
    content = workbook({" saker ": CASES, "KOORDINATORER": COORDINATORS})
    assert len(read("a.xlsx", content, ON).roster.cases) == 2


def test_an_unknown_column_is_told_with_the_one_that_was_probably_meant() -> None:
    result = imported(Saker=[["Sak", "BTI nivå", "Merknad"], ["S1", 2, "ringte"]])
    assert warnings(result) == [("column_unknown", "Saker!B1"), ("column_unknown", "Saker!C1")]
    assert "Kanskje «BTI-nivå»?" in result.findings[0].message
    assert "«Merknad»" in result.findings[1].message


def test_content_without_a_heading_is_told() -> None:
    result = imported(Saker=[["Sak", None], ["S1", "noe"]])
    assert warnings(result) == [("column_untitled", "Saker!B1")]


def test_columns_that_are_absent_are_told_as_not_known() -> None:
    assert "«BTI-nivå»" in next(
        f.message
        for f in imported().findings
        if f.code == "columns_absent" and f.subject == "Saker"
    )


def test_a_title_above_the_headings_is_passed_over() -> None:
    result = imported(Saker=[["Saker i kommunen"], [], ["Sak", "BTI-nivå"], ["S1", 9]])
    assert errors(result) == [("cell_not_understood", "Saker!B4")]


def test_a_column_that_stands_twice_makes_a_required_sheet_unusable() -> None:
    result = imported(Saker=[["Sak", "BTI-nivå", "bti-nivå"], ["S1", 1, 2]])
    assert errors(result) == [("column_twice", "Saker!C1")]
    assert not result.roster.cases
    assert not result.roster.coordinators


def test_a_missing_required_column_is_told() -> None:
    result = imported(Saker=[["Saksnummer"], ["S1"]])
    assert errors(result) == [("column_missing", "Saker")]
    assert "«Sak»" in the(result, "column_missing").message


def test_an_optional_sheet_without_its_key_is_refused_as_a_whole_and_given_back() -> None:
    result = imported(Tjenester=[["Tjeneste"], ["rus"], ["skole"]])
    assert errors(result) == [("column_missing", "Tjenester")]
    assert result.rejected_rows == 2
    assert len(result.roster.cases) == 2
    assert result.rejected_workbook is not None
    rows = load_workbook(BytesIO(result.rejected_workbook))["Tjenester"]
    assert "mangler kolonnen «Sak»" in str(rows["A2"].value)


def test_both_required_sheets_must_be_there() -> None:
    result = read("a.xlsx", workbook({"Notater": [["hei"]]}), ON)
    assert errors(result) == [("sheet_missing", "Saker"), ("sheet_missing", "Koordinatorer")]


def test_one_missing_required_sheet_means_that_nothing_is_taken_in() -> None:
    result = read("a.xlsx", workbook({"Saker": CASES}), ON)
    assert errors(result) == [("sheet_missing", "Koordinatorer")]
    assert not result.roster.cases
    assert "Ingenting er tatt inn." in the(result, "sheet_missing").message


def test_an_unknown_sheet_is_told_and_a_misspelt_one_with_advice() -> None:
    result = imported(Notater=[["hei"]], Tjeneste=[["Sak"]])
    told = {f.subject: f for f in result.findings if f.code == "sheet_unknown"}
    assert told["Notater"].severity == "info"
    assert told["Tjeneste"].severity == "warning"
    assert "Kanskje skal det hete «Tjenester»" in told["Tjeneste"].message


def test_an_optional_sheet_that_is_absent_is_an_info() -> None:
    absent = {f.subject for f in imported().findings if f.code == "sheet_absent"}
    assert absent == {"Tjenester", "Enheter", "Ønsker", "Relasjoner", "Fravær"}


def test_sheets_without_rows_are_told() -> None:
    result = imported(Saker=[["Sak"]], Koordinatorer=[])
    assert errors(result) == [
        ("sheet_empty", "Saker"),
        ("sheet_empty", "Koordinatorer"),
    ]


def test_headings_below_a_title_but_no_rows_are_told_too() -> None:
    assert errors(imported(Saker=[["Tittel"], [], ["Sak"]])) == [("sheet_empty", "Saker")]


def test_merged_cells_refuse_the_rows_they_touch() -> None:
    book = load_workbook(
        BytesIO(workbook(whole(Saker=[["Sak", "Område"], ["S1", "Nord"], ["S2"], ["S3"]])))
    )
    book["Saker"].merge_cells("B2:B3")
    result = read("a.xlsx", saved(book), ON)
    assert errors(result) == [("merged_cells", "Saker!A2"), ("merged_cells", "Saker!A3")]
    assert [case.id for case in result.roster.cases] == ["S3"]
    assert "B2:B3" in result.findings[-1].message


def test_merged_headings_make_the_sheet_unusable() -> None:
    book = load_workbook(BytesIO(workbook(whole())))
    book["Saker"].merge_cells("A1:B1")
    result = read("a.xlsx", saved(book), ON)
    assert errors(result) == [("merged_cells", "Saker")]
    assert not result.roster.cases


def test_a_merged_title_above_the_headings_harms_nothing() -> None:
    book = load_workbook(BytesIO(workbook(whole(Saker=[["Tittel"], ["Sak"], ["S1"]]))))
    book["Saker"].merge_cells("A1:D1")
    result = read("a.xlsx", saved(book), ON)
    assert not errors(result)
    assert [case.id for case in result.roster.cases] == ["S1"]


def test_hidden_sheets_are_read() -> None:
    book = load_workbook(BytesIO(workbook(whole())))
    book["Saker"].sheet_state = "hidden"
    assert len(read("a.xlsx", saved(book), ON).roster.cases) == 2
