"""Every test that asks for a store runs on both databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.storage.store import Store
from tests.storage.databases import PostgreSQL
from tests.storage.made import ANNE, Clock


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> PostgreSQL | None:
    """The server, or nothing where the database is a file."""
    if request.param == "sqlite":
        return None
    server: PostgreSQL = request.getfixturevalue("server")
    return server


@pytest.fixture
def empty_address(database: PostgreSQL | None, tmp_path: Path) -> str:
    """The address of a database without so much as a table."""
    return database.new_database() if database else f"sqlite:///{tmp_path / 'base.db'}"


@pytest.fixture
def address(
    database: PostgreSQL | None, empty_address: str, tmp_path: Path, made_tables: Path
) -> str:
    """The address of a database that nobody has used."""
    if database is None:
        shutil.copy(made_tables, tmp_path / "base.db")
    return empty_address


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(address: str, clock: Clock) -> Iterator[Store]:
    """A store with one person in it."""
    store = Store.open(address, clock=clock)
    store.save_person(ANNE, who=ANNE.id)
    yield store
    store.close()
