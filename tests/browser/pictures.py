"""``python -m tests.browser.pictures``: the pictures of the documents, taken of the real pages."""

import sys

from playwright.sync_api import Page

from tests.browser.pages_server import REPOSITORY, chromium_path, running_chromium, running_pages
from tests.browser.visit import Visit

FOLDER = REPOSITORY / "docs" / "pictures"


def main() -> int:
    """Walk through a round on the small sample, and take a picture of each page."""
    path = chromium_path()
    if path is None:
        print("Fant ikke Chromium, så bildene ble ikke tatt.", file=sys.stderr)
        return 1
    with running_chromium(path) as browser, running_pages() as address:
        visit = Visit.begin(browser, address)
        visit.open()
        visit.use_sample("Liten")
        _take(visit.page, "datagrunnlag")
        visit.run_round()
        _take(visit.page, "runde")
        visit.page.get_by_role("tab", name="Belastning").click()
        _take(visit.page, "belastning")
        visit.page.get_by_role("tab", name="Saker").click()
        visit.page.locator(".st-key-km-cases a").first.click()
        visit.page.locator(".km-answer").wait_for()
        _take(visit.page, "sak")
    return 0


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(800)  # the drawing's own animations
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
