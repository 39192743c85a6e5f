"""The commands of the contract do what it says."""

from __future__ import annotations

import json
import random
from pathlib import Path

from openpyxl import load_workbook

from matcher.domain.plan import Plan
from tests.cli.running import SAMPLES, matcher

ON = ("--date", "23.11.2026")


def small(path: Path) -> Path:
    """An invented workbook, small enough to be solved in a moment."""
    ran = matcher(
        *("sample", "--profile", "farsund", "--cases", "10", "--coordinators", "6"),
        *("--seed", "5", *ON, "--out", path),
    )
    assert ran.code == 0
    return path


def test_the_template_can_be_checked_and_has_every_sheet(tmp_path: Path) -> None:
    path = tmp_path / "mal.xlsx"
    assert matcher("template", "--out", path).code == 0
    names = load_workbook(path).sheetnames
    for sheet in (
        "Saker",
        "Tjenester",
        "Koordinatorer",
        "Enheter",
        "Ønsker",
        "Relasjoner",
        "Fravær",
    ):
        assert sheet in names


def test_a_round_writes_the_plan_and_prints_it_as_a_table(tmp_path: Path) -> None:
    path, out = small(tmp_path / "r.xlsx"), tmp_path / "svar"
    ran = matcher("round", path, "--profile", "farsund", "--out", out, *ON)
    assert ran.code == 0
    plan = Plan.model_validate_json((out / "plan.json").read_text(encoding="utf-8"))
    assert plan.round.date.isoformat() == "2026-11-23"
    assert "Programmet foreslår. En navngitt person avgjør." in ran.out
    for case in plan.cases:
        if case.coordinator:
            assert case.case in ran.out
    names = {"plan.json", "plan.xlsx", "grunnlag.xlsx", "profil.toml"}
    assert {written.name for written in out.iterdir()} == names


def test_plan_json_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    out = tmp_path / "svar"
    matcher("round", small(tmp_path / "r.xlsx"), "--profile", "as", "--out", out, *ON)
    told = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    assert set(told) == {"round", "cases", "findings"}
    facts = {"municipality", "profile", "date", "status", "seed", "input_sha256"}
    assert facts | {"profile_sha256", "versions", "goals"} <= set(told["round"])
    case = next(case for case in told["cases"] if len(case["suggestions"]) > 1)
    assert {"case", "entitlement", "coordinator", "kept", "stand_in", "refused"} <= set(case)
    suggestion = case["suggestions"][1]
    assert {"coordinator", "rank", "fit", "criteria", "consequence"} <= set(suggestion)
    assert len(suggestion["consequence"]["loss"]) == len(told["round"]["goals"])
    moved = [m for c in told["cases"] for s in c["suggestions"] for m in s["consequence"]["moved"]]
    assert all(set(move) == {"case", "from", "to"} for move in moved)


def shuffled(path: Path, to: Path, seed: int) -> Path:
    """The same workbook with the rows of every sheet in another order."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        if sheet.title == "Veiledning" or sheet.max_row < 3:
            continue
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        random.Random(seed).shuffle(rows)
        for number, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
    book.save(to)
    return to


def test_exact_tells_what_every_choice_does_exactly(tmp_path: Path) -> None:
    path, out = small(tmp_path / "r.xlsx"), tmp_path / "svar"
    assert matcher("round", path, "--profile", "as", "--out", out, "--exact", *ON).code == 0
    plan = Plan.model_validate_json((out / "plan.json").read_text(encoding="utf-8"))
    told = [s.consequence for case in plan.cases for s in case.suggestions]
    assert told
    assert all(consequence.exact for consequence in told)


def test_the_same_rows_in_another_order_give_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    path = small(tmp_path / "r.xlsx")
    plans = []
    for name, source in (("a", path), ("b", path), ("c", shuffled(path, tmp_path / "s.xlsx", 1))):
        out = tmp_path / name
        assert matcher("round", source, "--profile", "farsund", "--out", out, *ON).code == 0
        plans.append((out / "plan.json").read_bytes())
    assert plans[0] == plans[1] == plans[2]


def test_refused_rows_come_back_and_the_exit_code_says_so(tmp_path: Path) -> None:
    path, out = small(tmp_path / "r.xlsx"), tmp_path / "svar"
    book = load_workbook(path)
    sheet = book["Saker"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("BTI-nivå") + 1, 7)
    book.save(path)
    ran = matcher("round", path, "--profile", "farsund", "--out", out, *ON)
    assert ran.code == 1
    assert "BTI-nivå" in ran.err
    assert (out / "plan.json").exists()
    rejected = load_workbook(out / "avvist.xlsx")
    assert rejected["Saker"].max_row == 2


def test_a_lock_is_kept_and_a_ban_too(tmp_path: Path) -> None:
    path = small(tmp_path / "r.xlsx")
    matcher("round", path, "--profile", "farsund", "--out", tmp_path / "a", *ON)
    before = Plan.model_validate_json((tmp_path / "a/plan.json").read_text(encoding="utf-8"))
    case = next(c for c in before.cases if len(c.suggestions) > 1)
    first, second = (s.coordinator for s in case.suggestions[:2])
    for option, pair in (("--lock", f"{case.case}={second}"), ("--ban", f"{case.case}={first}")):
        out = tmp_path / option
        words = ("round", path, "--profile", "farsund", "--out", out, *ON, option, pair)
        assert matcher(*words).code == 0
        after = Plan.model_validate_json((out / "plan.json").read_text(encoding="utf-8"))
        chosen = next(c.coordinator for c in after.cases if c.case == case.case)
        assert chosen == second if option == "--lock" else chosen != first


def test_check_as_json_can_be_read_by_a_script() -> None:
    ran = matcher("check", SAMPLES / "liten-med-feil.xlsx", "--json", *ON)
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["rejected_rows"] > 0
    assert {"code", "severity", "subject", "message", "source"} <= set(told["findings"][0])


def test_rules_are_listed_with_their_source() -> None:
    ran = matcher("rules", "--profile", "farsund", "--json")
    assert ran.code == 0
    told = json.loads(ran.out)
    phase = next(r for r in told["rules"] if r["key"] == "rules.barnevern_undersokelse")
    assert "S115" in phase["statements"]


def test_help_speaks_norwegian() -> None:
    for words in (["--help"], ["round", "--help"], []):
        ran = matcher(*words)
        for english in ("Usage", "Options", "Commands", "Show this message", "required", "<bool>"):
            assert english not in ran.out + ran.err
