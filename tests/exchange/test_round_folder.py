"""A round's folder holds the answer and what it was answered from, and says so if it doesn't."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from matcher.domain.choice import Choice
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.exchange import read, write_roster
from matcher.exchange.round_folder import UnusableRound, open_round, round_files
from matcher.profiles.load import load, text_of
from matcher.services import RoundRequest, Services
from tests.exchange.made_rosters import ON, whole_rosters
from tests.explain.rounds import roster

FARSUND = text_of("farsund")


@cache
def made() -> tuple[Plan, Roster]:
    """A round with a lock and a ban."""
    before = roster()
    kept = next(case for case in before.cases if case.current_coordinator)
    free = next(case for case in before.cases if not case.current_coordinator)
    lock = Choice(case=kept.id, coordinator=kept.current_coordinator or "", reason="avtalt")
    ban = Choice(case=free.id, coordinator=before.coordinators[0].id)
    request = RoundRequest(before, load("farsund"), locks=(lock,), bans=(ban,))
    return Services().run_round(request), before


def written(folder: Path) -> Path:
    plan, before = made()
    folder.mkdir(exist_ok=True)
    for name, content in round_files(plan, before, FARSUND).items():
        if content is not None:
            (folder / name).write_bytes(content)
    return folder


def faults(folder: Path) -> dict[str, str]:
    """What is said of each file."""
    with pytest.raises(UnusableRound) as told:
        open_round(folder)
    return {finding.subject: finding.message for finding in told.value.findings}


def test_what_was_written_is_opened_again_whole(tmp_path: Path) -> None:
    plan, before = made()
    opened = open_round(written(tmp_path))
    assert opened.plan == plan
    assert opened.roster == before
    assert opened.profile == load("farsund")
    assert opened.profile_text == FARSUND
    assert [lock.reason for lock in opened.locks] == ["avtalt"]
    assert [ban.coordinator for ban in opened.bans] == [before.coordinators[0].id]


def test_the_same_round_with_what_was_opened_gives_the_same_plan_byte_for_byte(
    tmp_path: Path,
) -> None:
    opened = open_round(written(tmp_path))
    again = Services().run_round(
        RoundRequest(
            opened.roster,
            opened.profile,
            seed=opened.plan.round.seed,
            locks=opened.locks,
            bans=opened.bans,
        )
    )
    assert again.to_json() == made()[0].to_json()


def test_a_plan_from_before_locks_and_bans_were_written_can_be_opened(tmp_path: Path) -> None:
    path = written(tmp_path) / "plan.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["round"]["locks"], told["round"]["bans"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert open_round(tmp_path).locks == ()


@settings(max_examples=20)
@given(whole_rosters())
def test_a_roster_that_was_read_and_written_keeps_its_fingerprint(before: Roster) -> None:
    first = read("a.xlsx", write_roster(before), ON).roster
    assert read("b.xlsx", write_roster(first), ON).roster.sha256 == first.sha256


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_comes_back_the_same() -> None:
    heading = "Koordinator;Avtalte timer per måned\r\nK-1;0,30000000000000004\r\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Saker.csv", "Sak\r\nS-1\r\n")
        archive.writestr("Koordinatorer.csv", heading)
    first = read("a.zip", packed.getvalue(), ON).roster
    assert first.coordinators[0].agreed_hours_per_month == 0.3
    assert read("b.xlsx", write_roster(first), ON).roster == first


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "finnes ikke" in faults(tmp_path / "borte")[str(tmp_path / "borte")]


def test_every_file_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    assert set(faults(tmp_path)) == {"plan.json", "grunnlag.xlsx", "profil.toml"}


def change_roster(folder: Path) -> None:
    before = roster()
    busier = before.coordinators[0].model_copy(update={"agreed_hours_per_month": 77.0})
    after = before.model_copy(update={"coordinators": (busier, *before.coordinators[1:])})
    (folder / "grunnlag.xlsx").write_bytes(write_roster(after))


def other_profile(folder: Path) -> None:
    (folder / "profil.toml").write_text(text_of("as"), encoding="utf-8")


def change_both(folder: Path) -> None:
    change_roster(folder)
    other_profile(folder)


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (change_roster, {"grunnlag.xlsx"}),
        (other_profile, {"profil.toml"}),
        (change_both, {"grunnlag.xlsx", "profil.toml"}),
    ],
)
def test_a_roster_or_profile_other_than_the_plans_is_told(
    tmp_path: Path, change: Callable[[Path], None], changed: set[str]
) -> None:
    change(written(tmp_path))
    told = faults(tmp_path)
    assert set(told) == changed
    assert all("Kanskje" in message for message in told.values())


def test_a_roster_saved_again_with_the_same_content_is_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path)
    shutil.copy(folder / "grunnlag.xlsx", tmp_path / "kopi.xlsx")
    opened = read("kopi.xlsx", (tmp_path / "kopi.xlsx").read_bytes(), roster().on).roster
    (folder / "grunnlag.xlsx").write_bytes(write_roster(opened))
    assert open_round(folder).roster == roster()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"round": 1, "cases": [], "findings": []}']
)
def test_a_broken_plan_is_told_without_english(tmp_path: Path, content: bytes) -> None:
    (written(tmp_path) / "plan.json").write_bytes(content)
    told = faults(tmp_path)["plan.json"]
    assert "ikke en plan" in told
    for english in ("Input", "valid", "JSON:", "line"):
        assert english not in told


def test_broken_roster_and_profile_are_told_in_their_own_words(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "grunnlag.xlsx").write_bytes(b"tull")
    (folder / "profil.toml").write_bytes(b"\xff\xfe")
    assert set(faults(folder)) == {"grunnlag.xlsx", "profil.toml"}
