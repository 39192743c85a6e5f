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
    from xdist.remote import Producer
    from xdist.scheduler.loadscope import LoadScopeScheduling

    from tests.storage.databases import PostgreSQL

settings.register_profile(
    "everyday", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("everyday"), derandomize=True)
settings.register_profile("soak", settings.get_profile("everyday"), max_examples=1000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "everyday")
)


LONG_FILES = (
    "_in_browser.py",
    "test_notebooks.py",
    "test_fidelity.py",
    "test_planted_faults.py",
    "test_worked_cases.py",
)
"""What takes longest begins first, so that no worker is left alone with it at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first; else as they stand."""
    items.sort(key=lambda item: not item.path.name.endswith(LONG_FILES))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """A file is one worker's, so that what its tests share is made once.

    One Chromium at a time, whatever the number of workers, and one server for them all.
    """
    # xdist has marks for this, but with pytest 9.2 they do nothing, in silence (xdist issue 1386).
    from xdist.scheduler.loadscope import LoadScopeScheduling  # noqa: PLC0415 - only where used

    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = worker_unit
    return scheduler


def worker_unit(test: str) -> str:
    """What a test must share a worker with: its file, or all that needs a browser."""
    file, _, _ = test.partition("::")
    return "browser" if file.endswith("_in_browser.py") else file


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
