"""Hva hvis as a leader uses it: somebody leaves, it is tried, and those touched are named."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.at_the_round import open_kept_round
from tests.browser.deciding import choose
from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

pytestmark = pytest.mark.browser


def test_a_scenario_from_choice_to_answer_saved_and_beside_others(visit: Visit) -> None:
    open_kept_round(visit)
    visit.go_to("what_if.title")
    visit.assert_usable()

    choose(visit, "what_if.coordinator", "K-02")
    visit.press("what_if.add_it")
    expect(visit.page.get_by_text(re.compile(r"K-02\) slutter\.$")).first).to_be_visible()
    _, scenario = visit.taken_away(visit.says("what_if.save"))
    assert 'kind = "leaves"' in scenario.read_text(encoding="utf-8")

    visit.press("what_if.try")
    answer = visit.page.get_by_role("tab", name=visit.says("what_if.part_people"))
    expect(answer).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    visit.assert_usable()
    visit.open_tab("what_if.part_units")
    expect(visit.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    visit.assert_usable()

    visit.page.get_by_role("button", name=visit.like("what_if.save_with_round")).click()
    saved = visit.page.get_by_text(visit.like("what_if.saved.one"))
    expect(saved).to_be_visible()
    visit.settled()
    _try_side_by_side(visit)
    _stop_what_goes_on(visit)


def _try_side_by_side(visit: Visit) -> None:
    untitled = visit.says("what_if.untitled")
    visit.open_tab("what_if.tab_sweep")
    visit.press("what_if.list_built", title=untitled)
    visit.press("what_if.ask_sweep")
    table = visit.page.get_by_role("group", name=visit.says("what_if.tab_sweep"))
    rows = table.get_by_role("rowheader")
    expect(rows.first).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    assert rows.all_inner_texts() == [visit.says("what_if.today"), untitled]
    visit.assert_usable()


def _stop_what_goes_on(visit: Visit) -> None:
    visit.open_tab("what_if.tab_absences")
    visit.press("what_if.ask_absences")
    visit.press("what_if.stop")
    again = visit.page.get_by_role("button", name=visit.says("what_if.ask_absences"), exact=True)
    expect(again).to_be_visible()
    stop = visit.page.get_by_role("button", name=visit.says("what_if.stop"), exact=True)
    expect(stop).to_have_count(0)
