"""``matcher profile``: a new municipality's rules, and what is left to settle in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.profiles.load import text_of
from tests.cli.running import matcher


def test_a_new_profile_is_written_and_the_next_step_is_told(tmp_path: Path) -> None:
    file = tmp_path / "fjordby.toml"
    ran = matcher("profile", "new", "Fjordby", "--from", "lyngdal", "--out", file)
    assert (ran.code, ran.err) == (0, "")
    assert "docs/how-to-add-a-municipality.md" in ran.out
    told = matcher("profile", "check", file)
    assert told.code == 0
    assert "Profilen for Fjordby kan brukes." in told.out
    assert "er ikke holdt opp mot deres eget dokument" in told.err


def test_without_a_place_the_file_is_named_after_the_municipality(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert matcher("profile", "new", "Øygarden kommune").code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["oygarden.toml"]


def test_a_profile_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "fjordby.toml"
    file.write_text("mitt", encoding="utf-8")
    ran = matcher("profile", "new", "Fjordby", "--out", file)
    assert ran.code == 1
    assert "finnes fra før" in ran.err
    assert file.read_text(encoding="utf-8") == "mitt"


def test_every_fault_of_a_profile_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "feil.toml"
    text = text_of("farsund").replace("under_years = 18", "under_years = 99", 1)
    file.write_text(text.replace("weight = 20", "weight = 21", 1), encoding="utf-8")
    ran = matcher("profile", "check", file)
    assert ran.code == 1
    assert "entitlement.barnekoordinator.under_years" in ran.err
    assert "vektene blir 101" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("new", "Farsund"), 1, "Det finnes alt en profil"),
        (("new", "Fjordby", "--from", "farsun"), 1, "Kanskje mente du «farsund»?"),
        (("check", "finnes-ikke.toml"), 1, "Finner ikke profilfilen"),
        (("lag",), 2, "Kommandoen finnes ikke"),
        (("new",), 2, "NAVN mangler"),
    ],
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], code: int, told: str) -> None:
    ran = matcher("profile", *words)
    assert ran.code == code
    assert told in ran.err


def test_a_built_in_profile_can_be_checked_by_its_name() -> None:
    ran = matcher("profile", "check", "farsund", "--date", "21.11.2026")
    assert ran.code == 0
    assert "Profilen for Farsund kan brukes." in ran.out
