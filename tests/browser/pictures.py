"""``python -m tests.browser.pictures``: the pictures of the documents, taken of the real pages."""

import re
import sys

from playwright.sync_api import Page, expect

from tests.browser.deciding import begin_as, decide, fill_groundwork, go_to, open_case, write
from tests.browser.pages_server import REPOSITORY, chromium_path, running_chromium, running_pages
from tests.browser.visit import Visit

FOLDER = REPOSITORY / "docs" / "pictures"
TO_THE_TOP = "tab => tab.scrollIntoView()"


def main() -> int:
    """Walk through a round on the small sample, and take a picture of each page."""
    path = chromium_path()
    if path is None:
        print("Fant ikke Chromium, så bildene ble ikke tatt.", file=sys.stderr)
        return 1
    with running_chromium(path) as browser, running_pages() as address:
        visit = Visit.begin(browser, address)
        visit.open()
        begin_as(visit, "Anne Lie")
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
        visit.ask_why_not()
        visit.page.get_by_role("tab", name="Brev").evaluate(TO_THE_TOP)
        _take(visit.page, "hvorfor-ikke")
        visit.page.get_by_role("tab", name="Brev").click()
        visit.page.get_by_role("tab", name="Brev").evaluate(TO_THE_TOP)
        _take(visit.page, "brev")
        _decide(visit)
    return 0


def _decide(visit: Visit) -> None:
    """Decide a case, and take a picture of what comes of it."""
    page = visit.page
    go_to(visit, "Runde")
    open_case(visit, "S-018")
    write(visit, "Faglig vurdering", "Kjenner familien godt, og har fulgt saken i to år.")
    page.get_by_role("heading", name="Avgjørelse", exact=True).scroll_into_view_if_needed()
    page.evaluate("document.activeElement.blur()")
    _take(page, "avgjorelse")
    fill_groundwork(visit)
    decide(visit)
    page.get_by_role("heading", name="Avgjørelse", exact=True).scroll_into_view_if_needed()
    _take(page, "avgjort")
    go_to(visit, "Runde")
    page.get_by_role("tab", name="Avgjørelser").click()
    expect(page.get_by_role("heading", name=re.compile("^Klare forslag"))).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("^S-001")).check(force=True)
    expect(page.get_by_role("button", name="Godta de valgte (1)")).to_be_visible()
    page.get_by_role("tab", name="Avgjørelser").scroll_into_view_if_needed()
    _take(page, "klare-forslag")
    for name in ("Oppgaver", "Historikk", "Oversikt"):
        go_to(visit, name)
        _take(page, name.lower())


def _take(page: Page, name: str) -> None:
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    page.wait_for_timeout(1500)  # the drawing's own animations
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
