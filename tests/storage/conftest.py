"""Every test that asks for a store runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.storage.store import Store
from tests.storage.databases import PostgreSQL, postgresql
from tests.storage.made import ANNE, Clock


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'base.db'}"
    server: PostgreSQL = request.getfixturevalue("server")
    return server.new_database()


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
