"""`matcher whatif` writes an answer that can be read, and says clearly what it can't try."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from matcher.exchange.roster_writing import write_roster
from tests.cli.running import Ran, matcher
from tests.scenarios.what_if import SMALL, base, busiest, request

BESIDE = ("--profile", "farsund", "--date", "23.11.2026", "--workers", "1")


@cache
def book() -> Path:
    path = Path(mkdtemp()) / "r.xlsx"
    path.write_bytes(write_roster(request(*SMALL).roster))
    return path


def asked(*words: str | Path) -> Ran:
    return matcher("whatif", book(), *BESIDE, *words)


def written(text: str) -> Path:
    path = Path(mkdtemp()) / "scenario.toml"
    path.write_text(text, encoding="utf-8")
    return path


def leaving() -> Path:
    person = busiest(base(*SMALL))
    return written(f'title = "Slutter"\n[[change]]\nkind = "leaves"\ncoordinator = "{person}"\n')


def test_a_scenario_is_told_people_first_and_written_as_workbook_charts_and_json(
    tmp_path: Path,
) -> None:
    ran = asked("--scenario", leaving(), "--out", tmp_path / "svar")
    assert ran.code == 0, ran.err
    assert "slutter." in ran.out
    files = {path.name for path in (tmp_path / "svar").iterdir()}
    assert files == {"scenario.toml", "hva-hvis.xlsx", "enheter.svg", "maal.svg", "hva-hvis.json"}
    told = json.loads((tmp_path / "svar" / "hva-hvis.json").read_text("utf-8"))
    assert told["comparison"]["touched"]
    assert told["input_sha256"] == request(*SMALL).roster.sha256


def test_each_absence_and_the_best_use_of_hours_are_told(tmp_path: Path) -> None:
    """The two choices stand side by side: all others keep theirs, or the plan may shift."""
    ran = asked("--each-absence", "--may-shift", "--spend", "4", "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert "de vanskeligste å unnvære først" in ran.out
    assert "Når planen kan flytte seg" in ran.out
    assert "4 timer i måneden brukes best slik" in ran.out
    told = json.loads((tmp_path / "hva-hvis.json").read_text("utf-8"))
    assert len(told["absences"]) == len(request(*SMALL).roster.coordinators)
    assert all(row["may_shift"] is not None for row in told["absences"])


def test_a_sweep_the_worth_of_hours_and_the_months_ahead_are_told(tmp_path: Path) -> None:
    line = f'change = {{ kind = "hours", coordinator = "{busiest(base(*SMALL))}" }}'
    axis = f'title = "Timer"\n{line}\nvary = "more_hours_per_month"\nvalues = [0, 4]'
    words = ("--sweep", written(f"[[axis]]\n{axis}\n"), "--hours-worth", "--months", "2")
    ran = asked(*words, "--draws", "3", "--seed", "5", "--out", tmp_path)
    assert ran.code == 0, ran.err
    for word in ("Timer: 4", "med 20 timer mer:", "Fire av fem trekninger", "01.2027"):
        assert word in ran.out
    told = json.loads((tmp_path / "hva-hvis.json").read_text("utf-8"))
    assert [len(told[part]) for part in ("sweep", "months")] == [2, 3]
    assert {row["hours"] for row in told["hours"]} == {1, 5, 10, 20}
    assert {path.name for path in tmp_path.iterdir()} >= {"sveip.svg", "timer.svg", "maaneder.svg"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--each-absence", "--scheduler", "tull://klynge"), 1, "Når ikke klyngen"),
        (("--months", "tolv"), 2, "--months"),
        (("--spend", "0"), 2, "--spend"),
        (("--sweep", "ingen.toml"), 1, "ingen.toml"),
        (("--each-absence", "--seed", "-1"), 2, "--seed"),
    ],
)
def test_what_can_not_be_asked_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    ran = asked(*words, "--out", tmp_path / "svar")
    assert ran.code == code
    assert told in ran.err
    assert not (tmp_path / "svar").exists()


def test_a_book_that_is_not_there_is_told_once_and_not_as_faults_of_the_scenario(
    tmp_path: Path,
) -> None:
    words = (*BESIDE, "--scenario", leaving(), "--out", tmp_path / "svar")
    ran = matcher("whatif", tmp_path / "ingen.xlsx", *words)
    assert ran.code == 1
    assert "ingen.xlsx finnes ikke" in ran.err
    assert busiest(base(*SMALL)) not in ran.err


def test_every_fault_of_a_scenario_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    text = '[[change]]\nkind = "leaves"\ncoordinator = "{}"\n'
    path = written('title = "T"\n' + text.format("X-1") + text.format("X-2"))
    ran = asked("--scenario", path, "--out", tmp_path / "svar")
    assert ran.code == 1
    assert "X-1" in ran.err
    assert "X-2" in ran.err
    assert not (tmp_path / "svar").exists()


def test_nothing_asked_is_wrong_usage_with_what_could_be_asked(tmp_path: Path) -> None:
    ran = asked("--out", tmp_path)
    assert ran.code == 2
    assert "--each-absence" in ran.err


def test_a_scenario_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    ran = asked("--scenario", tmp_path / "ingen.toml", "--out", tmp_path / "svar")
    assert ran.code == 1
    assert "Kanskje" in ran.err
