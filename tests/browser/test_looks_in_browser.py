"""Every page as those see it who chose otherwise: in nynorsk, in the dark, on 320 pixels."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from matcher.letters.language import Language
from matcher.ui.places import PLACES, RULES
from matcher.ui.tour import STOPS
from tests.browser.at_the_round import open_kept_round
from tests.browser.by_keyboard import press, tab_to
from tests.browser.visit import SLOW_MS, Visit

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 320, "height": 900}
"""400 per cent on a screen of 1280 pixels is as narrow as this (WCAG 1.4.10)."""
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


def take_the_tour(visit: Visit) -> None:
    """From the settings through every stop with the keyboard, and out at the overview."""
    page, stops = visit.page, len(STOPS)
    tab_to(visit, visit.says("tour.begin"))
    press(visit, "Enter")
    for place in range(1, stops + 1):
        where = page.get_by_text(visit.says("tour.where", place=place, count=stops))
        expect(where).to_be_visible(timeout=SLOW_MS)
        visit.assert_usable()
        tab_to(visit, visit.says("tour.next" if place < stops else "tour.end"))
        press(visit, "Enter")
    title = visit.says("overview.title")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible(timeout=SLOW_MS)
    expect(page).to_have_url(re.compile(r"/oversikt$"))
    visit.settled()


def test_every_page_in_nynorsk_in_the_dark_on_320_pixels(visit: Visit) -> None:
    open_kept_round(visit)
    visit.page.locator(".st-key-km-cases a").first.click()
    expect(visit.page.locator(".km-answer")).to_be_visible()
    visit.go_to("settings.title")
    html = visit.page.locator("html")
    visit.pick("settings.nynorsk")
    visit.language = Language.NYNORSK
    for option in ("settings.dark", "settings.large"):
        visit.pick(option)
    expect(html).to_have_attribute("lang", "nn")
    expect(html).to_have_attribute("data-look", "dark")
    expect(html).to_have_attribute("data-type", "large")
    visit.pick("settings.usual")

    visit.page.set_viewport_size(PHONE)
    visit.still()
    told: dict[str, object] = {}
    for place in PLACES:
        visit.go_to(place.title)
        visit.still()
        found = visit.hindrances()
        wide = visit.page.evaluate(TOO_WIDE)
        foreign = BOKMAL.findall(visit.page.evaluate(OWN_WORDS)) if place != RULES else []
        if found or wide > 0 or foreign:
            told[place.title] = (found, wide, foreign)
    assert told == {}

    take_the_tour(visit)
    visit.page.reload()
    visit.settled()
    expect(html).to_have_attribute("lang", "nn")
    expect(html).to_have_attribute("data-look", "dark")
    title = visit.says("overview.title")
    expect(visit.page.get_by_role("heading", level=1, name=title)).to_be_visible()
