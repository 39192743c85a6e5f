"""Hva hvis as a leader uses it: somebody leaves, it is tried, and those touched are named."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

pytestmark = pytest.mark.browser


def test_a_scenario_from_choice_to_answer(visit: Visit) -> None:
    visit.open()
    visit.use_sample("Liten")
    visit.run_round()
    visit.page.get_by_role("link", name="Hva hvis", exact=True).click()
    expect(visit.page.get_by_role("heading", name="Hva hvis", level=1)).to_be_visible()
    visit.settled()
    assert visit.serious_violations() == []

    visit.page.get_by_role("combobox", name="Koordinator").first.click()
    visit.page.get_by_role("option").first.click()
    visit.settled()
    visit.press("Legg til")
    expect(visit.page.get_by_text(re.compile(r"slutter\.$")).first).to_be_visible()
    with visit.page.expect_download() as download:
        visit.press("Lagre scenarioet (scenario.toml)")
    assert 'kind = "leaves"' in download.value.path().read_text(encoding="utf-8")

    visit.press("Prøv endringene")
    answer = visit.page.get_by_role("tab", name="Saker som berøres")
    expect(answer).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    visit.settled()
    assert visit.serious_violations() == []
    visit.page.get_by_role("tab", name="Enheter").click()
    expect(visit.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    assert visit.serious_violations() == []


def test_work_that_goes_on_can_be_stopped(visit: Visit) -> None:
    visit.open()
    visit.use_sample("Liten")
    visit.run_round()
    visit.page.get_by_role("link", name="Hva hvis", exact=True).click()
    visit.page.get_by_role("tab", name="Hvis én er borte").click()
    visit.press("Prøv hvert fravær")
    visit.press("Stopp")
    expect(visit.page.get_by_role("button", name="Prøv hvert fravær", exact=True)).to_be_visible()
    expect(visit.page.get_by_role("button", name="Stopp", exact=True)).to_have_count(0)
