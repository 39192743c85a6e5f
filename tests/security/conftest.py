from collections.abc import Iterator

import pytest

from tests.browser.conftest import chromium
from tests.security.served import Served, behind_log_in
from tests.storage.databases import PostgreSQL, postgresql

__all__ = ["chromium"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real pages behind a real log-in; started once."""
    with behind_log_in(tmp_path_factory.mktemp("behind_log_in")) as served:
        yield served


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server
