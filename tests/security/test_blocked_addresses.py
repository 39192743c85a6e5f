"""Nothing that locates a blocked address comes out anywhere (Normen, faktaark 55)."""

from __future__ import annotations

import io
import logging
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock
from matcher.domain.without_place import FEWEST_SPEAKERS, cases_without_place
from matcher.exchange.roster_writing import write_csv_folder, write_roster
from matcher.explain.solved_round import RoundRequest
from matcher.services import Services
from matcher.storage.store import Store
from matcher.ui.state import Run, Session, Source
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
    roster,
    text_of_folder,
    text_of_zip,
    told,
)
from tests.storage.made import ANNE
from tests.strategies import cases
from tests.ui.pages import shown, text

BLOCKS = [AddressBlock.CONFIDENTIAL, AddressBlock.STRICTLY_CONFIDENTIAL]
PLACES = (AREA, OTHER_AREA, WORDS)


def raw_workbook(folder: Path) -> Path:
    """A workbook as the municipality wrote it: the places stand in it."""
    made = roster(AddressBlock.NONE)
    book = openpyxl.load_workbook(io.BytesIO(write_roster(made)))
    for sheet, row_id in (("Saker", "S-1"), ("Koordinatorer", "K-1")):
        page = book[sheet]
        headings = [str(cell.value) for cell in page[1]]
        column = next(i for i, name in enumerate(headings, 1) if name.startswith("Adressesperre"))
        row = next(r for r in range(2, page.max_row + 1) if page.cell(r, 1).value == row_id)
        page.cell(row, column).value = "strengt fortrolig"
    file = folder / "inn.xlsx"
    book.save(file)
    return file


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


def test_the_whole_way_from_a_file_to_a_folder_tells_no_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file, out = raw_workbook(tmp_path), tmp_path / "ut"
    assert AREA in text_of_zip(file.read_bytes()), "the marked words are in the file"
    with caplog.at_level(logging.DEBUG):
        checked = matcher("check", file, "--profile", "farsund")
        ran = matcher("round", file, "--profile", "farsund", "--out", out, "--date", "23.11.2026")
        asked = matcher("explain", out, "--case", "S-1", "--why-not", "K-1")
    assert ran.code == 0, ran.err
    words = [
        (name, r.out + r.err)
        for name, r in (("check", checked), ("round", ran), ("explain", asked))
    ]
    places = iter([*words, ("logg", caplog.text), *text_of_folder(out)])
    assert found_in(places, *PLACES) == []


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


def test_no_list_of_what_is_kept_tells_where_somebody_is(tmp_path: Path) -> None:
    services = Services(database_url=f"sqlite:///{tmp_path / 'base.db'}")
    services.store.save_person(ANNE, who="anne")
    made, profile_text = roster(), services.profile_text("farsund")
    plan = services.run_round(RoundRequest(made, services.profile("farsund")))
    kept = services.keep_round(plan, made, profile_text, who="anne")
    opened = services.open_kept_round(kept, who="anne")
    seen = services.overview(opened, who="anne", on=ON).model_dump_json()
    meeting = text_of_zip(services.meeting_list(opened, who="anne", on=ON))
    past = str(services.history(who="anne"))
    places = iter([("oversikt", seen), ("møteliste", meeting), ("historikk", past)])
    assert found_in(places, *PLACES, TONGUE, UNIT) == []


TABS = {"round": ("Saker", "Avgjørelser", "Belastning", "Hvor god planen er")}
"""Only the open tab of a page is made."""


@pytest.mark.parametrize("page", ["case", "round", "data"])
def test_no_page_tells_where_somebody_is(page: str) -> None:
    services = Services()
    made = roster()
    profile = services.profile("farsund")
    plan = services.run_round(RoundRequest(made, profile))
    imported = services.import_file("inn.xlsx", write_roster(made), ON)
    session = Session(profile=profile, on=ON, imported=imported)
    session.source = Source("inn.xlsx", b"")
    session.run = Run(plan, made, profile, "inn.xlsx")
    for tab in TABS.get(page, ("",)):
        app = shown(page, services, session, sak="S-1", fane=tab)
        charts = str([part.proto for part in app.get("arrow_vega_lite_chart")])
        assert found_in(iter([(page, text(app) + charts)]), *PLACES) == []


def test_two_rosters_that_differ_in_where_somebody_hides_are_one_and_the_same() -> None:
    here = roster()
    case = here.case_by_id["S-1"].model_copy(update={"area": "Et helt annet sted"})
    there = Roster.of(here.on, [case, *here.cases[1:]], here.coordinators, here.units)
    assert there.sha256 == here.sha256
    assert here.on == date(2026, 11, 23)
