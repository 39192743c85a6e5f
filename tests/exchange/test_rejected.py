"""Refused rows come back as they stood, with the reason beside each; nothing is lost."""

from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from matcher.exchange import Imported, read
from tests.exchange.made_workbooks import ON, imported, saved


def given_back(result: Imported) -> Workbook:
    assert result.rejected_workbook is not None
    return load_workbook(BytesIO(result.rejected_workbook))


def test_a_refused_row_comes_back_whole_unknown_columns_too() -> None:
    result = imported(
        Saker=[
            ["Sak", "Merknad", "Mottatt", "BTI-nivå"],
            ["S1", "ringte", date(2026, 10, 3), "sju"],
            ["S2", "skrev", None, 2],
        ]
    )
    page = given_back(result)["Saker"]
    assert [cell.value for cell in page[1]] == ["Hvorfor", "Sak", "Merknad", "Mottatt", "BTI-nivå"]
    why, *cells = [cell.value for cell in page[2]]
    assert cells == ["S1", "ringte", datetime(2026, 10, 3), "sju"]
    assert "rad 2, kolonnen «BTI-nivå»: «sju» er ikke et helt tall fra 0 til 3." in str(why)
    assert page.max_row == 2
    assert result.rejected_rows == 1


def test_only_sheets_with_refused_rows_come_back() -> None:
    assert given_back(imported(Saker=[["Sak"], ["S1"], ["S1"]])).sheetnames == ["Saker"]


def test_nothing_comes_back_where_nothing_was_refused() -> None:
    assert imported().rejected_workbook is None


def test_the_reasons_are_passed_over_when_the_file_is_read_again() -> None:
    faulty = imported(
        Saker=[["Sak", "BTI-nivå"], ["S1", 7]],
        Koordinatorer=[["Koordinator", "Stillingsprosent"], ["K1", 400]],
    )
    book = given_back(faulty)
    book["Saker"]["C2"], book["Koordinatorer"]["C2"] = 3, 40
    result = read("avvist.xlsx", saved(book), ON)
    assert not result.has_errors
    assert not [f for f in result.findings if f.code == "column_unknown"]
    again = read("avvist.xlsx", given_back_bytes(faulty), ON)
    assert [cell.value for cell in given_back(again)["Saker"][1]] == ["Hvorfor", "Sak", "BTI-nivå"]


def given_back_bytes(result: Imported) -> bytes:
    assert result.rejected_workbook is not None
    return result.rejected_workbook


def test_no_text_becomes_a_formula_or_a_link_on_its_way_back() -> None:
    texts = ["=1+1", "=HYPERLINK(x)", "http://example.org", "+47", "@a"]
    rows = [[f"S{n}", "sju", text] for n, text in enumerate(texts)]
    content = Workbook()
    content.remove(content.worksheets[0])
    page = content.create_sheet("Saker")
    for row in [["Sak", "BTI-nivå", "Område"], *rows]:
        page.append(row)
    for cell in page["C"]:
        cell.data_type = "s"
    content.create_sheet("Koordinatorer").append(["Koordinator"])
    content["Koordinatorer"].append(["K1"])
    back = given_back(read("a.xlsx", saved(content), ON))["Saker"]
    assert [back.cell(n, 4).value for n in range(2, 7)] == texts
    assert {back.cell(n, 4).data_type for n in range(2, 7)} == {"s"}
    assert all(back.cell(n, 4).hyperlink is None for n in range(2, 7))
