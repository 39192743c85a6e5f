import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import pages_server
from tests.security.served import Served, behind_log_in
from tests.storage.databases import PostgreSQL, postgresql


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium: where it is missing the tests are skipped, but in CI they fail."""
    path = pages_server.chromium_path()
    if path is None and os.environ.get("CI"):
        pytest.fail("Fant ikke Chromium. I CI må den være installert.")
    if path is None:
        pytest.skip("Fant ikke Chromium: prøvene i nettleseren hoppes over.")
    expect.set_options(timeout=30_000)  # a busy machine draws a page slowly
    with pages_server.running_chromium(path) as browser:
        yield browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real pages behind a real log-in; started once."""
    with behind_log_in(tmp_path_factory.mktemp("behind_log_in")) as served:
        yield served


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server
