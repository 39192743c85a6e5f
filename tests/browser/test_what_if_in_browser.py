"""Hva hvis as a leader uses it: somebody leaves, it is tried, and those touched are named."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.deciding import begin_as, go_to
from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

pytestmark = pytest.mark.browser


def test_a_scenario_from_choice_to_answer_saved_and_beside_others(visit: Visit) -> None:
    visit.open()
    begin_as(visit, "Anne Lie")
    visit.use_sample("Liten")
    visit.run_round()
    go_to(visit, "Hva hvis")
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

    visit.page.get_by_role("button", name=re.compile("^Lagre med runde")).click()
    expect(visit.page.get_by_text(re.compile("Ett scenario er lagret med runde"))).to_be_visible()
    visit.settled()
    _try_side_by_side(visit)
    _stop_what_goes_on(visit)


def _try_side_by_side(visit: Visit) -> None:
    visit.page.get_by_role("tab", name="Flere side om side").click()
    visit.press("Ta med «Uten navn»")
    visit.press("Prøv alle")
    rows = visit.page.get_by_role("group", name="Flere side om side").get_by_role("rowheader")
    expect(rows.first).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    assert rows.all_inner_texts() == ["I dag", "Uten navn"]
    assert visit.serious_violations() == []


def _stop_what_goes_on(visit: Visit) -> None:
    visit.page.get_by_role("tab", name="Hvis én er borte").click()
    visit.press("Prøv hvert fravær")
    visit.press("Stopp")
    expect(visit.page.get_by_role("button", name="Prøv hvert fravær", exact=True)).to_be_visible()
    expect(visit.page.get_by_role("button", name="Stopp", exact=True)).to_have_count(0)
