import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import pages_server
from tests.browser.visit import Visit


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Debian's Chromium: where it is missing the tests are skipped, but in CI they fail."""
    path = pages_server.chromium_path()
    if path is None and os.environ.get("CI"):
        pytest.fail("Fant ikke Chromium. I CI må den være installert.")
    if path is None:
        pytest.skip("Fant ikke Chromium: prøvene i nettleseren hoppes over.")
    return path


@pytest.fixture(scope="session")
def address(chromium_path: str) -> Iterator[str]:
    """Where the real pages are, started once for all: Anne has kept a round there."""
    with pages_server.running_pages(made_ready=pages_server.a_round_kept) as address:
        yield address


@pytest.fixture(scope="module")
def chromium(chromium_path: str) -> Iterator[Browser]:
    """One browser for the tests of a file."""
    expect.set_options(timeout=30_000)  # a busy machine draws a page slowly
    with pages_server.running_chromium(chromium_path) as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """A fresh visit, which must end without faults in the console and without foreign requests."""
    visit = Visit.begin(chromium, address)
    yield visit
    visit.end()
