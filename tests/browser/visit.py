"""One person's visit to the pages: what they do, and what went wrong meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

ROUND_TIMEOUT_MS = 180_000
FIRST_LOOK_MS = 90_000
"""The first who looks, waits until the program is read in."""
SERIOUS = ("serious", "critical")


@dataclass
class Visit:
    """The page that is open, faults told in the console, and requests to foreign hosts."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls, browser: Browser, address: str) -> Visit:
        """A new, empty browser at desktop width."""
        context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="nb-NO")
        visit = cls(context.new_page(), address)
        visit.page.on("console", visit._heard)
        visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
        visit.page.on("request", visit._asked)
        return visit

    def open(self, path: str = "/") -> None:
        """Go to an address of the pages, and wait until the page is drawn."""
        self.page.goto(self.address + path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible(timeout=FIRST_LOOK_MS)
        self.settled()

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def settled(self) -> None:
        """Wait until Streamlit has drawn what it will."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)

    def use_sample(self, name: str) -> None:
        """Choose a sample and read it."""
        self.page.get_by_role("combobox", name="Eller prøv med oppdiktede data").click()
        self.page.get_by_role("option", name=name, exact=True).click()
        self.settled()
        self.press("Bruk eksempelet")
        expect(self.page.get_by_role("heading", name=re.compile("^Lest fra"))).to_be_visible()
        self.settled()

    def run_round(self) -> None:
        """Go on to the round, run it and wait for its answer."""
        self.press("Gå videre til runden")
        self.press("Kjør runden")
        expect(self.page.get_by_role("tab", name="Saker")).to_be_visible(timeout=ROUND_TIMEOUT_MS)
        self.settled()

    def ask_why_not(self) -> None:
        """Ask of a case why it isn't the one who is next best for the round."""
        self.page.get_by_role("tab", name="Hvorfor ikke …?").click()
        self.page.get_by_role("combobox", name="Hvorfor ikke …?").click()
        self.page.get_by_role("option").first.click()
        asked = self.page.get_by_role("heading", name=re.compile("^Hvorfor ikke .+\\)\\?$"))
        expect(asked).to_be_visible(timeout=30_000)
        self.settled()

    def serious_violations(self) -> list[str]:
        """What axe finds of serious or critical hindrances, once everything is drawn.

        Until then Streamlit dims what may change, which is no hindrance that lasts.
        """
        self.settled()
        self.page.wait_for_timeout(500)
        self.settled()
        violations = Axe().run(self.page).response["violations"]
        return [
            f"{each['id']}: {each['nodes'][0]['html'][:120]}"
            for each in violations
            if each["impact"] in SERIOUS
        ]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def _asked(self, request: Request) -> None:
        asked, here = urlsplit(request.url), urlsplit(self.address)
        if asked.scheme not in ("data", "blob") and asked.netloc != here.netloc:
            self.foreign.append(request.url)
