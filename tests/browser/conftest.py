import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import pages_server
from tests.browser.visit import Visit


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
def address(chromium: Browser) -> Iterator[str]:
    """Where the real pages are; started once, and only where there is a browser for them."""
    with pages_server.running_pages() as address:
        yield address


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """A fresh visit, which must end without faults in the console and without foreign requests."""
    visit = Visit.begin(chromium, address)
    yield visit
    visit.page.context.close()
    assert visit.faults == []
    assert visit.foreign == []
