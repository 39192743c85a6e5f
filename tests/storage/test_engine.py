"""The way to the database: what it promises before anybody has read or written."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from matcher.storage.engine import open_engine

HELD_SECONDS = 0.2


def held(file: Path) -> sqlite3.Connection:
    """A new file that another program is about to write to: SQLite makes nobody wait for it."""
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_new_file_that_another_program_has_just_opened_is_waited_for(tmp_path: Path) -> None:
    other = held(tmp_path / "base.db")
    release = threading.Timer(HELD_SECONDS, other.close)
    release.start()
    with open_engine(f"sqlite:///{tmp_path / 'base.db'}").connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    release.join()
    assert mode == "wal"


def test_a_new_file_that_is_held_for_longer_than_we_wait_is_told_as_locked(tmp_path: Path) -> None:
    other = held(tmp_path / "base.db")
    with pytest.raises(Exception, match="locked"):
        open_engine(f"sqlite:///{tmp_path / 'base.db'}", wait_s=HELD_SECONDS).connect()
    other.close()
