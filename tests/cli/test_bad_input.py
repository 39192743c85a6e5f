"""Whatever a user gives, the answer is a clear word in Norwegian and an exit code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from xlsxwriter import Workbook as Writer

from matcher.exchange.table import MOST_ROWS
from matcher.exchange.template import template
from tests.cli.running import SAMPLES, matcher

SMALL = SAMPLES / "liten.xlsx"

CASE_HEADINGS = ["Sak", "Mottatt", "Nåværende koordinator", "Timer per måned"]
COORDINATOR_HEADINGS = ["Koordinator", "Stillingsprosent", "Avtalte timer per måned"]


def workbook(
    path: Path, cases: list[list[Any]], coordinators: list[list[Any]] | None = None
) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Saker"
    for row in [CASE_HEADINGS, *cases]:
        sheet.append(row)
    other = book.create_sheet("Koordinatorer")
    for row in [COORDINATOR_HEADINGS, *(coordinators or [["K-1", 50, 10]])]:
        other.append(row)
    book.save(path)
    return path


def told(path: Path) -> str:
    """What `matcher check` says of a file that has errors."""
    ran = matcher("check", path, "--date", "23.11.2026")
    assert ran.code == 1
    assert "Traceback" not in ran.out + ran.err
    return ran.err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["S-1", "31.02.2026", None, 2], ["Saker!B2", "31.02.2026", "finnes ikke"]),
        (["S-1", "01.01.1400", None, 2], ["Saker!B2"]),
        (["S-1", None, "K-9", 2], ["Saker!C2", "K-9", "finnes ikke i arket Koordinatorer"]),
        (["S-1", None, None, -2], ["Saker!D2", "-2"]),
        (["S-1", None, None, "to"], ["Saker!D2", "to"]),
        ([None, None, None, 2], ["Saker!A2"]),
    ],
)
def test_a_fault_is_told_with_sheet_row_column_and_value(
    tmp_path: Path, row: list[Any], words: list[str]
) -> None:
    err = told(workbook(tmp_path / "feil.xlsx", [row]))
    for word in words:
        assert word in err


def test_both_rows_of_a_duplicate_id_are_told(tmp_path: Path) -> None:
    err = told(workbook(tmp_path / "to.xlsx", [["S-1"], ["S-2"], ["S-1"]]))
    assert "Saker!A2" in err
    assert "Saker!A4" in err


def test_a_position_of_400_percent_is_not_one(tmp_path: Path) -> None:
    err = told(workbook(tmp_path / "stilling.xlsx", [["S-1"]], [["K-1", 400, 10]]))
    assert "Koordinatorer!B2" in err
    assert "400" in err


def test_an_unknown_column_is_told_and_is_no_error(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kolonne.xlsx", [["S-1"]])
    content = matcher("check", path, "--date", "23.11.2026")
    assert content.code == 0


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def only_cases(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Saker"
    sheet.append(["Sak"])
    sheet.append(["S-1"])
    book.save(path)
    return path


def nothing_filled_in(path: Path) -> Path:
    path.write_bytes(template())
    return path


def renamed(path: Path) -> Path:
    path.write_text("Sak;Mottatt\nS-1;01.01.2026\n", encoding="utf-8")
    return path


def bomb(path: Path) -> Path:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(50_000_000))
    path.write_bytes(packed.getvalue())
    return path


def endless(path: Path) -> Path:
    with Writer(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Saker")
        sheet.write_row(0, 0, ["Sak"])
        for row in range(1, MOST_ROWS + 2):
            sheet.write_string(row, 0, f"S-{row}")
        book.add_worksheet("Koordinatorer").write_row(0, 0, ["Koordinator"])
    return path


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (empty, "tom"),
        (only_cases, "Koordinatorer"),
        (nothing_filled_in, "ingen saker"),
        (renamed, ".csv"),
        (bomb, "stor"),
        (endless, "rader"),
    ],
)
def test_a_file_that_can_not_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, make: Callable[[Path], Path], word: str
) -> None:
    path = make(tmp_path / "fil.xlsx")
    out = tmp_path / "svar"
    ran = matcher("round", path, "--profile", "farsund", "--out", out, "--date", "23.11.2026")
    assert ran.code == 1
    assert word in ran.err
    assert "Traceback" not in ran.err + ran.out
    assert not out.exists()


def test_an_unknown_profile_is_told_with_those_there_are(tmp_path: Path) -> None:
    ran = matcher("round", SMALL, "--profile", "farsun", "--out", tmp_path / "svar")
    assert ran.code == 1
    assert "Kanskje mente du «farsund»" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["rund"],
        ["round"],
        ["round", str(SMALL)],
        ["round", str(SMALL), "--profil", "farsund"],
        ["round", str(SMALL), "--profile", "farsund", "--out", "x", "--seed", "mye"],
        ["round", str(SMALL), "--profile", "farsund", "--out", "x", "--lock", "S-001"],
        ["round", str(SMALL), "--profile", "farsund", "--out", "x", "--date", "i går"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_a_norwegian_word(words: list[str]) -> None:
    ran = matcher(*words)
    assert ran.code == 2
    assert ran.err.strip()
    for english in ("Error", "Invalid", "Missing", "Try", "option", "Usage"):
        assert english not in ran.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("whatif", SMALL, "--months", "99"), "høyst 60, ikke «99»"),
        (("round", SMALL, "--seed", "-1"), "minst 0, ikke «-1»"),
        (("round", SMALL, "--seed", "mye"), "et helt tall, ikke «mye»"),
    ],
)
def test_a_number_that_can_not_be_used_is_told_with_what_it_must_be(
    words: tuple[str | Path, ...], why: str
) -> None:
    ran = matcher(*words, "--profile", "farsund", "--out", "x")
    assert ran.code == 2
    assert f"Valget {words[2]} kan ikke brukes. Verdien må være {why}." in ran.err


def test_locks_that_name_nobody_are_all_told_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "svar"
    ran = matcher(
        *("round", SMALL, "--profile", "farsund", "--out", out, "--date", "23.11.2026"),
        *("--lock", "S-999=K-01", "--lock", "S-001=K-99", "--ban", "S-998=K-98"),
    )
    assert ran.code == 1
    for name in ("S-999", "K-99", "S-998", "K-98"):
        assert f"«{name}»" in ran.err
    assert not out.exists()


def test_a_fault_of_our_own_is_told_without_a_traceback_and_without_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("Ola Nordmann S-001")

    monkeypatch.setattr("matcher.services.rounds.solve", broken)
    ran = matcher(
        *("round", SMALL, "--profile", "farsund", "--out", tmp_path, "--date", "23.11.2026")
    )
    assert ran.code == 3
    assert "RuntimeError" in ran.err
    assert "Ola" not in ran.err
    assert "Traceback" not in ran.err
