"""``matcher verify-history`` says in Norwegian whether the history is whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from matcher.storage.store import Store
from tests.cli.running import matcher
from tests.storage.made import ANNE, decision, roster


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with four entries, where the environment says that it is."""
    monkeypatch.delenv("MATCHER_DATABASE_URL", raising=False)
    monkeypatch.setenv("MATCHER_DATA_FOLDER", str(tmp_path))
    file = tmp_path / "koordinatormatch.db"
    store = Store.open(f"sqlite:///{file}")
    store.save_person(ANNE, who="anne")
    store.save_roster(roster("S-1"), who="anne")
    for seen in (0, 1):
        store.decide(decision(), seen=seen, who="anne")
    store.close()
    return file


def tamper(file: Path, *statements: str) -> None:
    with sqlite3.connect(file) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_whole_history_is_said_to_be_whole_and_its_end_can_be_noted(file: Path) -> None:
    ran = matcher("verify-history")
    assert (ran.code, ran.err) == (0, "")
    assert "Historikken er hel. Antall innslag: 4." in ran.out
    noted = ran.out.split()[-1]
    assert matcher("verify-history", "--noted", noted).code == 0


def test_a_changed_entry_is_named_and_the_exit_code_says_so(file: Path) -> None:
    tamper(file, "UPDATE history SET who = 'anne', about = 'avgjørelse 9' WHERE number = 3")
    ran = matcher("verify-history")
    assert ran.code == 1
    assert "Innslag 3 er endret etter at det ble skrevet." in ran.err
    assert ran.out == ""


def test_a_history_cut_short_behind_our_back_is_found_by_what_was_noted(file: Path) -> None:
    noted = matcher("verify-history").out.split()[-1]
    tamper(
        file,
        "DELETE FROM decisions WHERE entry = 4",
        "DELETE FROM history_contents WHERE number = 4",
        "DELETE FROM history WHERE number = 4",
        "UPDATE history_head SET number = 3, sha256 = (SELECT sha256 FROM history "
        "WHERE number = 3)",
    )
    assert matcher("verify-history").code == 0
    ran = matcher("verify-history", "--noted", noted)
    assert ran.code == 1
    assert "Innslag 4, som er notert, finnes ikke i historikken." in ran.err


def test_what_is_not_noted_like_that_is_told(file: Path) -> None:
    for wrong in ("tull", "4", "4:abc", "fire:0123456789ab"):
        ran = matcher("verify-history", "--noted", wrong)
        assert ran.code == 2
        assert "Kanskje slik: 128:4f0c9a1be2d7" in ran.err


def test_a_new_database_has_an_empty_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"sqlite:///{tmp_path / 'ny.db'}")
    ran = matcher("verify-history")
    assert (ran.code, ran.out.strip()) == (0, "Historikken er tom.")


def test_a_database_that_is_not_there_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"postgresql://x:hemmelig@/b?host={tmp_path}")
    ran = matcher("verify-history")
    assert ran.code == 1
    assert "Får ikke kontakt med databasen" in ran.err
    assert "hemmelig" not in ran.err + ran.out
