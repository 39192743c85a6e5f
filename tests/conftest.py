"""What every test stands on: hypothesis profiles, and which worker has which tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.storage.databases import PostgreSQL

settings.register_profile(
    "everyday", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("everyday"), derandomize=True)
settings.register_profile("soak", settings.get_profile("everyday"), max_examples=1000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "everyday")
)


@pytest.hookimpl(tryfirst=True)  # before the workers look for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file is one worker's, so that what its tests share is made once.

    One Chromium at a time, whatever the number of workers, and one server for them all; it takes
    longest, so it begins first.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    for item in items:
        file, _, _ = item.nodeid.partition("::")
        group = "browser" if item.get_closest_marker("browser") else file
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    """One PostgreSQL for all the tests of a worker: a server takes seconds to start and stop."""
    from tests.storage.databases import postgresql  # noqa: PLC0415 - only where one is needed

    with postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def made_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables and nothing in them: copied in a moment, made in many."""
    from matcher.storage.store import Store  # noqa: PLC0415 - only where one is needed

    file = tmp_path_factory.mktemp("tables") / "base.db"
    Store.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(autouse=True)
def _main_program_stays() -> Iterator[None]:
    """Streamlit's harness leaves its page as the main program, which no new process can begin."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before
