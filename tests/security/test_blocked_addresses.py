"""Nothing that locates a blocked address comes out anywhere (Normen, faktaark 55)."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.core import TyperGroup
from typer.main import get_command

from matcher.cli.commands import app
from matcher.domain.case import Case
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock
from matcher.domain.without_place import FEWEST_SPEAKERS, cases_without_place
from matcher.exchange.roster_writing import write_csv_folder, write_roster
from matcher.explain.solved_round import RoundRequest
from matcher.letters import LetterKind
from matcher.services import Services
from matcher.storage.store import Store
from tests.cli.running import matcher
from tests.security.canaries import (
    AREA,
    ON,
    OTHER_AREA,
    PROFILES,
    TONGUE,
    UNIT,
    WORDS,
    found_in,
    raw_workbook,
    roster,
    text_of,
    text_of_folder,
    text_of_zip,
    told,
)
from tests.storage.made import ANNE
from tests.strategies import cases

BLOCKS = [AddressBlock.CONFIDENTIAL, AddressBlock.STRICTLY_CONFIDENTIAL]
PLACES = (AREA, OTHER_AREA, WORDS)


@pytest.mark.parametrize("profile", PROFILES)
def test_no_answer_of_a_round_tells_where_somebody_is(profile: str) -> None:
    services = Services()
    request = RoundRequest(roster(), services.profile(profile))
    assert found_in(told(services, request), *PLACES, UNIT) == []


@pytest.mark.parametrize("block", BLOCKS)
def test_no_file_written_from_a_roster_tells_where_somebody_is(
    tmp_path: Path, block: AddressBlock
) -> None:
    (tmp_path / "ut.xlsx").write_bytes(write_roster(roster(block)))
    write_csv_folder(roster(block), tmp_path / "csv")
    assert found_in(text_of_folder(tmp_path), *PLACES) == []


def test_a_language_that_hardly_anybody_else_speaks_is_not_taken_in() -> None:
    made = roster()
    assert made.case_by_id["S-1"].languages == ()
    assert TONGUE not in str(made.case_by_id["S-1"])


@given(st.integers(1, 2 * FEWEST_SPEAKERS))
def test_a_language_that_enough_cases_share_locates_nobody(speakers: int) -> None:
    listed = cases_without_place(
        Case(id=f"S-{i}", languages=("somali",), address_block=AddressBlock.CONFIDENTIAL)
        for i in range(speakers)
    )
    expected = ("somali",) if speakers >= FEWEST_SPEAKERS else ()
    assert {case.languages for case in listed} == {expected}


@given(st.lists(cases(), max_size=6))
def test_a_roster_holds_no_place_of_a_blocked_case_and_taking_it_away_again_changes_nothing(
    made: list[Case],
) -> None:
    once = cases_without_place(made)
    assert [c.id for c in once if c.has_blocked_address and (c.area or c.what_matters)] == []
    assert cases_without_place(once) == once
    unchanged = [case for case in made if not case.has_blocked_address]
    assert [case for case in once if not case.has_blocked_address] == unchanged


WRITTEN = "skrevet"
"""Where each command below writes; it is the whole name of a folder, or the start of a file's."""
COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "check": [("inn.xlsx", "--profile", "farsund")],
    "round": [("inn.xlsx", "--profile", "farsund", "--date", "23.11.2026", "--out", WRITTEN)],
    "explain": [
        (WRITTEN, "--case", "S-1", "--why-not", "K-1"),
        (WRITTEN, "--case", "S-1", "--json"),
        (WRITTEN, "--case", "S-1", "--firm"),
        (WRITTEN, "--demand"),
    ],
    "letter": [
        (WRITTEN, "--case", "S-1", "--kind", kind, "--out", f"{WRITTEN}-{kind}.pdf")
        for kind in LetterKind
    ],
    "meeting-list": [(WRITTEN, "--out", f"{WRITTEN}.pdf")],
    "verify": [(WRITTEN,)],
    "reproduce": [(WRITTEN,)],
    "whatif": [
        (
            "inn.xlsx",
            "--profile",
            "farsund",
            "--date",
            "23.11.2026",
            "--out",
            f"{WRITTEN}-hvis",
            "--scenario",
            "slutter.toml",
            "--each-absence",
            "--workers",
            "1",
        )
    ],
}
"""In this order, each with what it is asked of the round."""
OF_NO_ROUND = {
    "access", "app", "backup", "end-sessions", "give-role", "give-sight", "has-left", "is-back",
    "profile", "restore", "rules", "sample", "take-role", "take-sight", "template",
    "verify-history",
}  # fmt: skip


def test_every_command_is_tried() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    assert COMMANDS.keys() | OF_NO_ROUND == set(group.commands)


def test_the_whole_way_from_a_file_to_a_folder_tells_no_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through every command: what it prints, what it logs and every file that it writes."""
    file = raw_workbook(tmp_path)
    assert AREA in text_of(file.read_bytes()), "the marked words are in the file"
    monkeypatch.chdir(tmp_path)
    scenario = 'title = "En slutter"\n\n[[change]]\nkind = "leaves"\ncoordinator = "K-1"\n'
    Path("slutter.toml").write_text(scenario, encoding="utf-8")
    told: list[tuple[str, str]] = []
    with caplog.at_level(logging.DEBUG):
        for command, ways in COMMANDS.items():
            for way in ways:
                ran = matcher(command, *way)
                told.append((" ".join([command, *way]), ran.out + ran.err))
                assert ran.code == 0, ran.err
    written = [path for path in tmp_path.rglob(f"{WRITTEN}*/**/*") if path.is_file()]
    written += [path for path in tmp_path.glob(f"{WRITTEN}*") if path.is_file()]
    assert {path.suffix for path in written} >= {".xlsx", ".pdf", ".json"}
    told += [(path.name, text_of(path.read_bytes())) for path in written]
    assert found_in(iter([*told, ("logg", caplog.text)]), *PLACES) == []


def test_a_row_that_is_refused_comes_back_without_its_place(tmp_path: Path) -> None:
    file = raw_workbook(tmp_path)
    book = openpyxl.load_workbook(file)
    page = book["Saker"]
    headings = [str(cell.value) for cell in page[1]]
    received = next(i for i, name in enumerate(headings, 1) if name.startswith("Mottatt"))
    row = next(r for r in range(2, page.max_row + 1) if page.cell(r, 1).value == "S-1")
    page.cell(row, received).value = "i går"
    book.save(file)
    imported = Services().import_path(file, ON)
    assert imported.rejected_workbook is not None
    given_back = text_of_zip(imported.rejected_workbook)
    assert "vises ikke (adressesperre)" in given_back
    assert found_in(iter([("avvist.xlsx", given_back)]), *PLACES, TONGUE) == []
    assert found_in(iter([("funn", str(imported.findings))]), *PLACES) == []


def test_what_is_kept_in_the_database_holds_no_place(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'base.db'}")
    store.save_person(ANNE, who="anne")
    imported = Services().import_path(raw_workbook(tmp_path), ON)
    id_ = store.save_roster(imported.roster, who="anne")
    kept = store.roster(id_, who="anne").roster.model_dump_json()
    store.close()
    assert found_in(iter([("datagrunnlag", kept)]), *PLACES) == []


def test_two_rosters_that_differ_in_where_somebody_hides_are_one_and_the_same() -> None:
    here = roster()
    case = here.case_by_id["S-1"].model_copy(update={"area": "Et helt annet sted"})
    there = Roster.of(here.on, [case, *here.cases[1:]], here.coordinators, here.units)
    assert there.sha256 == here.sha256
    assert here.on == date(2026, 11, 23)
