"""One person's visit to the pages: what they do, and what went wrong meanwhile."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
)

from matcher.letters.language import Language
from matcher.ui.preferences import COOKIE
from matcher.ui.texts import catalogue
from tests.browser.wire import Wire

ROUND_TIMEOUT_MS = 180_000
FIRST_LOOK_MS = 90_000
"""The first who looks, waits until the program is read in."""
SLOW_MS = 30_000
OFTEN_MS = 20
SERIOUS = ("serious", "critical")
DESKTOP: ViewportSize = {"width": 1440, "height": 1000}
NARROW = 768
"""From so many pixels down the list of pages lies over the page."""
FACT = re.compile(r"\\\{\w+\\\}")
TWO_FRAMES = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)))"""
"""So long a click takes to reach the program, or an answer to be seen."""
AXE = Axe().axe_script
VIOLATIONS = """() => axe.run(document, { resultTypes: ["violations"] }).then((told) =>
    told.violations.map((each) => [each.id, each.impact, each.nodes[0].html]))"""
"""Axe's whole answer is so long that it takes as much time to send as to find."""
IS_DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]') &&
    document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'"""
"""Streamlit is idle, and each part has its own script, which is fetched the first time."""
IS_STILL = """() => !document.querySelector('[data-stale="true"]') &&
    document.getAnimations().every((each) => each.playState !== 'running'
        || each.effect.getComputedTiming().iterations === Infinity)"""
"""Nothing is dimmed to be drawn anew, and nothing is on its way in or out."""


@dataclass
class Visit:
    """The page that is open, faults told in the console, and requests to foreign hosts."""

    page: Page
    address: str
    wire: Wire
    language: Language = Language.BOKMAL
    faults: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @classmethod
    def begin(
        cls,
        browser: Browser,
        address: str,
        language: Language = Language.BOKMAL,
        size: ViewportSize = DESKTOP,
    ) -> Visit:
        """A new, empty browser; it remembers a language where that isn't bokmål."""
        context = browser.new_context(viewport=size, locale="nb-NO")
        if language is not Language.BOKMAL:
            value = f"{language}.machine.usual"
            context.add_cookies([{"name": COOKIE, "value": value, "url": address}])
        page = context.new_page()
        visit = cls(page, address, Wire.of(page), language)
        visit.page.on("console", visit._heard)
        visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
        visit.page.on("request", visit._asked)
        return visit

    def end(self) -> None:
        """Leave; there must have been no fault, and nothing asked of anybody else."""
        self.page.context.close()
        assert self.faults == []
        assert self.foreign == []

    def says(self, key: str, **facts: object) -> str:
        """What the pages say for a key, in the language of this visit."""
        return catalogue(self.language)[key].format(**facts)

    def like(self, key: str, **facts: object) -> re.Pattern[str]:
        """The same from its beginning, whatever is filled in where no fact is given."""
        pattern = FACT.sub(
            lambda name: re.escape(str(facts[name[0][2:-2]])) if name[0][2:-2] in facts else ".+",
            re.escape(catalogue(self.language)[key]),
        )
        return re.compile("^" + pattern)

    def open(self, path: str = "/") -> None:
        """Go to an address of the pages, and wait until the page is drawn."""
        self.page.goto(self.address + path, timeout=FIRST_LOOK_MS)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible(timeout=FIRST_LOOK_MS)
        self.settled()

    def go_to(self, title: str) -> None:
        """Another page by the list, which lies over a narrow page until it is closed."""
        page, name = self.page, self.says(title)
        is_narrow = (page.viewport_size or DESKTOP)["width"] < NARROW
        if is_narrow:
            page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_role("link", name=name, exact=True).first.click()
        heading = page.get_by_role("heading", level=1, name=name, exact=True)
        expect(heading).to_be_attached(timeout=SLOW_MS)
        self.settled()
        if is_narrow:
            page.get_by_test_id("stSidebarHeader").hover()
            page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()

    def press(self, key: str, **facts: object) -> None:
        """Press the button that says so."""
        self.page.get_by_role("button", name=self.says(key, **facts), exact=True).click()

    def pick(self, key: str) -> None:
        """Choose one of a few that stand side by side."""
        self.page.get_by_text(self.says(key), exact=True).first.click()
        self.settled()

    def open_tab(self, key: str) -> None:
        """Open a tab of the page."""
        self.page.get_by_role("tab", name=self.says(key), exact=True).click()
        self.settled()

    def settled(self) -> None:
        """Wait until all that was asked for by now is drawn."""
        end = time.monotonic() + SLOW_MS / 1000
        self.page.evaluate(TWO_FRAMES)
        while not self.wire.is_quiet and time.monotonic() < end:
            self.page.wait_for_timeout(OFTEN_MS)
        self.page.evaluate(TWO_FRAMES)
        self.page.wait_for_function(IS_DRAWN, timeout=SLOW_MS)

    def taken_away(self, button: str | re.Pattern[str]) -> tuple[str, Path]:
        """The name and the file that a button gives."""
        self.settled()
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        return download.value.suggested_filename, Path(download.value.path())

    def still(self) -> None:
        """Wait until nothing is dimmed or moving: what may change is no hindrance that lasts."""
        self.settled()
        self.page.wait_for_function(IS_STILL)

    def assert_usable(self) -> None:
        """Axe finds no serious or critical hindrance, once everything is drawn."""
        self.still()
        assert self.hindrances() == [], self.page.url

    def hindrances(self) -> list[str]:
        """What axe finds that is serious or critical, on the page as it is drawn now."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        told = self.page.evaluate(VIOLATIONS)
        return [f"{rule}: {html[:120]}" for rule, impact, html in told if impact in SERIOUS]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def _asked(self, request: Request) -> None:
        asked, here = urlsplit(request.url), urlsplit(self.address)
        if asked.scheme not in ("data", "blob") and asked.netloc != here.netloc:
            self.foreign.append(request.url)
