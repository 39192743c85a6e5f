"""`matcher whatif` writes an answer that can be read, and says clearly what it can't try."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from matcher.exchange.roster_writing import write_roster
from tests.cli.running import Ran, matcher
from tests.scenarios.what_if import base, busiest, request


@cache
def book() -> Path:
    path = Path(mkdtemp()) / "r.xlsx"
    path.write_bytes(write_roster(request(2, 0.85).roster))
    return path


def asked(*words: str | Path) -> Ran:
    given = ("whatif", book(), "--profile", "farsund", "--date", "23.11.2026", "--workers", "1")
    return matcher(*given, *words)


def written(text: str) -> Path:
    path = Path(mkdtemp()) / "scenario.toml"
    path.write_text(text, encoding="utf-8")
    return path


def leaving() -> Path:
    person = busiest(base(2, 0.85))
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
    assert told["input_sha256"] == request(2, 0.85).roster.sha256


def test_each_absence_and_the_best_use_of_hours_are_told(tmp_path: Path) -> None:
    ran = asked("--each-absence", "--spend", "4", "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert "de vanskeligste å unnvære først" in ran.out
    assert "4 timer i måneden brukes best slik" in ran.out
    told = json.loads((tmp_path / "hva-hvis.json").read_text("utf-8"))
    assert len(told["absences"]) == len(request(2, 0.85).roster.coordinators)


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
