"""A case as KE asks about it: why not another, what it would take, and the letter to take away."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

pytestmark = pytest.mark.browser


def test_a_case_is_asked_about_and_its_letter_taken_away(visit: Visit) -> None:
    visit.open("/datagrunnlag")
    visit.use_sample("Liten")
    visit.run_round()
    visit.page.locator(".st-key-km-cases a").first.click()
    expect(visit.page.locator(".km-answer")).to_be_visible()
    visit.settled()
    alternatives = visit.page.locator(".km-table").first
    expect(alternatives).to_contain_text(re.compile("nøyaktig|høyst så mye"))

    visit.ask_why_not()
    expect(visit.page.get_by_text(re.compile("kan ha saken, men|er like godt"))).to_be_visible()
    assert visit.serious_violations() == []

    visit.press("Prøv hva som må til")
    expect(visit.page.get_by_test_id("stProgress")).to_be_visible()
    tried = visit.page.get_by_text(re.compile("^Prøvd i|^Ingen av endringene|^Det som hindrer"))
    expect(tried).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    visit.settled()

    visit.page.get_by_role("tab", name="Brev").click()
    letter = visit.page.locator(".km-letter")
    expect(letter).to_contain_text("Dette er et forslag.")
    for language, word in (("Nynorsk", "eit framlegg"), ("Engelsk", "suggestion")):
        visit.page.get_by_text(language, exact=True).click()
        expect(letter).to_contain_text(word)
        assert visit.serious_violations() == []
    with visit.page.expect_download() as download:
        visit.press("Last ned brevet (PDF)")
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename.endswith("-familie-en.pdf")
