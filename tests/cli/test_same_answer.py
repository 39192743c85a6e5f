"""The same round gives the same plan.json, byte for byte, whatever the machine and the order."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from matcher.services import Services

WORDS = ("round", "sak.xlsx", "--profile", "lyngdal", "--date", "23.11.2026")
COMMAND = "from matcher.cli import main; main()"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small round in which hours are short and siblings must share."""
    services = Services()
    content = services.sample(
        services.profile("lyngdal"), cases=14, coordinators=6, seed=3, on=date(2026, 11, 23)
    )
    file = tmp_path_factory.mktemp("runde") / "sak.xlsx"
    file.write_bytes(content)
    book = load_workbook(file)
    cases, coordinators = book["Saker"], book["Koordinatorer"]
    for row in range(2, 6):
        cases.cell(row, _column(cases, "Familie")).value = f"F-{row // 2}"
    for row in range(2, 8):
        hours = coordinators.cell(row, _column(coordinators, "Avtalte timer per måned"))
        hours.value = min(float(str(hours.value)), 7.0)
    book.save(file)
    return file


def _column(sheet: Worksheet, heading: str) -> int:
    """The number of the column with a heading."""
    return 1 + [cell.value for cell in sheet[1]].index(heading)


def answered(workbook: Path, out: Path, *, processors: int, hash_seed: int) -> bytes:
    """Run the round in a process of its own with so many processors; its plan.json."""
    allowed = sorted(os.sched_getaffinity(0))[:processors]
    environment = os.environ | {"PYTHONHASHSEED": str(hash_seed)}
    subprocess.run(
        [sys.executable, "-c", COMMAND, *WORDS, "--out", out],
        cwd=workbook.parent,
        env=environment,
        check=True,
        capture_output=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    )
    return (out / "plan.json").read_bytes()


def with_rows_reversed(workbook: Path, folder: Path) -> Path:
    """The same workbook, the rows of every sheet in the opposite order."""
    book = load_workbook(workbook)
    for sheet in book.worksheets:
        rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
        filled = [row for row in rows if any(value is not None for value in row)]
        for number, row in enumerate(reversed(filled), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
    file = folder / workbook.name
    book.save(file)
    return file


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity"), reason="Systemet lar ikke velge prosessorer."
)
def test_one_processor_or_two_and_rows_in_any_order_give_the_same_bytes(
    workbook: Path, tmp_path: Path
) -> None:
    first = answered(workbook, tmp_path / "en", processors=1, hash_seed=1)
    assert any(
        case["coordinator"] is None and case["entitlement"]["role"] != "ingen"
        for case in json.loads(first)["cases"]
    )
    other_order = with_rows_reversed(workbook, tmp_path)
    assert answered(other_order, tmp_path / "to", processors=2, hash_seed=2) == first
