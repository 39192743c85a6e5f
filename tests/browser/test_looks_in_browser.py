"""Every page as those see it who chose otherwise: in nynorsk, in the dark, on 320 pixels."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 900}
"""400 per cent on a screen of 1280 pixels is as narrow as this (WCAG 1.4.10)."""
PAGES = (
    *("Oversikt", "Datagrunnlag", "Runde", "Sak", "Kva om"),
    *("Oppgåver", "Reglar", "Historikk", "Innstillingar"),
)
TOO_WIDE = """() => {
  const page = document.querySelector('[data-testid="stMain"]');
  return page.scrollWidth - page.clientWidth;
}"""
BOKMAL = re.compile(r"\b(ikke|hva|hvem|hvorfor|hvis|noen|velg|kjør|kjøres|saken|timer)\b", re.I)
OWN_WORDS = """() => {
  const page = document.querySelector('[data-testid="stMain"]').cloneNode(true);
  page.querySelectorAll('.km-sub, .km-letter').forEach((each) => each.remove());
  return page.innerText;
}"""
"""What the page says, without sources and letters, which have words of their own."""


def choose(visit: Visit, option: str) -> None:
    visit.page.get_by_text(option, exact=True).click()
    visit.settled()


def go_to(visit: Visit, name: str) -> None:
    """Another page by the list, which lies over a narrow page until it is closed."""
    page = visit.page
    if (opener := page.get_by_test_id("stExpandSidebarButton")).is_visible():
        opener.click()
    page.get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name=name, exact=True)).to_be_attached()
    visit.settled()
    if page.locator('[data-testid="stSidebar"][data-collapsed="false"]').count():
        page.get_by_test_id("stSidebarHeader").hover()
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()


def test_every_page_in_nynorsk_in_the_dark_on_320_pixels(visit: Visit) -> None:
    visit.open()
    visit.use_sample("Liten")
    visit.run_round()
    visit.page.locator(".st-key-km-cases a").first.click()
    expect(visit.page.locator(".km-answer")).to_be_visible()

    visit.page.get_by_role("link", name="Innstillinger", exact=True).click()
    visit.settled()
    html = visit.page.locator("html")
    for option in ("Nynorsk", "Mørkt", "Stor"):
        choose(visit, option)
    expect(html).to_have_attribute("lang", "nn")
    expect(html).to_have_attribute("data-look", "dark")
    expect(html).to_have_attribute("data-type", "large")
    choose(visit, "Vanleg")

    visit.page.set_viewport_size(NARROW)
    told: dict[str, object] = {}
    for name in PAGES:
        go_to(visit, name)
        found = visit.serious_violations()
        wide = visit.page.evaluate(TOO_WIDE)
        foreign = BOKMAL.findall(visit.page.evaluate(OWN_WORDS)) if name != "Reglar" else []
        if found or wide > 0 or foreign:
            told[name] = (found, wide, foreign)
    assert told == {}

    visit.page.reload()
    visit.settled()
    expect(html).to_have_attribute("lang", "nn")
    expect(html).to_have_attribute("data-look", "dark")
    expect(visit.page.get_by_role("heading", level=1, name="Innstillingar")).to_be_visible()
