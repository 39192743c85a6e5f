"""Datagrunnlag: a sample is read, its faults are shown, and one is mended on the page."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from matcher.ui.texts import streamlit_words
from tests.browser.deciding import choose
from tests.browser.visit import SLOW_MS, Visit

FAULTY, TOO_HIGH, MENDED = "S-006", "BTI-nivå", "2"
"""Of the sample with faults: a case that is refused for one value, and what it should be."""


def use_sample(visit: Visit, name: str) -> None:
    """Choose a sample and read it."""
    choose(visit, "data.sample", name, exact=True)
    visit.press("data.use_sample")
    read = visit.page.get_by_role("heading", name=visit.says("data.was_read", name=""))
    expect(read).to_contain_text(f"{name.lower()}.xlsx", timeout=SLOW_MS)
    visit.settled()


def read_with_faults(visit: Visit) -> None:
    """Each fault is told with where it is, and the refused rows can be taken away."""
    page = visit.page
    visit.go_to("data.title")
    assert page.locator("html").get_attribute("lang") == visit.language
    words = streamlit_words(visit.language)["whole"]
    assert isinstance(words, dict)
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_contain_text(words["Upload"])
    visit.assert_usable()
    use_sample(visit, "Liten-med-feil")
    faults = page.locator(".km-table tbody tr")
    assert faults.count() > 10
    expect(faults.filter(has_text=re.compile(r"rad 7\b")).first).to_contain_text(TOO_HIGH)
    name, content = visit.taken_away(visit.says("data.download_rejected"))
    assert name == "avvist.xlsx"
    assert content.read_bytes()[:2] == b"PK"


def find_one_to_mend(visit: Visit) -> None:
    """A row that was refused, opened with what it says."""
    visit.press("edit.begin")
    visit.settled()
    choose(visit, "edit.row", FAULTY)
    expect(_too_high(visit)).to_have_value("7")


def mend_one(visit: Visit) -> None:
    """The row is found, the value is mended, and the case is taken in."""
    page, before = visit.page, _rejected(visit)
    find_one_to_mend(visit)
    visit.assert_usable()
    _too_high(visit).fill(MENDED)
    _too_high(visit).press("Tab")
    visit.press("edit.save")
    expect(page.get_by_text(visit.says("edit.saved_whole"))).to_be_visible(timeout=SLOW_MS)
    visit.settled()
    assert _rejected(visit) < before
    expect(page.locator(".km-table tbody tr").filter(has_text=TOO_HIGH)).to_have_count(0)


def _too_high(visit: Visit) -> Locator:
    return visit.page.get_by_role("textbox", name=TOO_HIGH)


def _rejected(visit: Visit) -> int:
    cell = visit.page.locator(".km-cell").filter(has_text=visit.says("data.rejected"))
    return int(cell.locator(".km-value").inner_text())
