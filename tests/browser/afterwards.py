"""After the decisions: the tasks, the history of it all, and the overview; and two at once."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.deciding import begin_as, choose, press_until, unfold, write
from tests.browser.visit import SLOW_MS, Visit

TABS = ("now", "cases", "load", "absence", "deletion")


def work_with_tasks(visit: Visit, person: str) -> None:
    """One is done, and one is given to a colleague."""
    page = visit.page
    visit.go_to("tasks.title")
    page.get_by_role("button", name=visit.says("tasks.finish"), exact=True).first.click()
    done = visit.like("tasks.is_done").pattern
    expect(page.get_by_text(re.compile(done))).to_be_visible(timeout=SLOW_MS)
    visit.settled()
    page.get_by_role("button", name=visit.says("tasks.give"), exact=True).first.click()
    choose(visit, "tasks.new_owner", person)
    given = page.get_by_text(visit.like("tasks.is_given"))
    press_until(visit, "tasks.give_now", given)
    expect(given).to_contain_text(person)
    visit.assert_usable()


def read_the_history(visit: Visit, case: str) -> None:
    """All of it stands there, and it is whole."""
    visit.go_to("history.title")
    table = visit.page.locator("table")
    expect(table.get_by_text(case).first).to_be_visible()
    expect(table.get_by_text("Avtalt på møtet.").first).to_be_visible()
    visit.press("history.check_now")
    expect(visit.page.get_by_text(visit.like("history.is_whole"))).to_be_visible(timeout=SLOW_MS)
    visit.assert_usable()


def look_over_it_all(visit: Visit) -> None:
    """Every part of the overview, and what changed since an earlier round."""
    page = visit.page
    visit.go_to("overview.title")
    for tab in TABS:
        visit.open_tab(f"overview.tab_{tab}")
        visit.assert_usable()
    visit.open_tab("overview.tab_since")
    choose(visit, "since.which", visit.says("kept.round", id=1))
    since = visit.like("since.changed.many", id=1).pattern
    expect(page.get_by_text(re.compile(since))).to_be_visible(timeout=SLOW_MS)
    visit.assert_usable()


def write_at_the_same_time(anne: Visit, chromium: Browser, case: str, colleague: str) -> None:
    """The later of two is told of the other, sees both texts, and goes on with hers."""
    page, reason = anne.page, anne.says("decision.reason")
    unfold(anne, anne.says("decision.make"))
    write(anne, reason, "Skrevet av Anne.")
    other = Visit.begin(chromium, anne.address, anne.language)
    other.open(f"/sak?sak={case}")
    expect(other.page.get_by_text(anne.says("kept.say_who"))).to_be_visible()
    begin_as(other, colleague)
    expect(other.page.locator(".km-answer")).to_contain_text(case, timeout=SLOW_MS)
    unfold(other, anne.says("decision.make"))
    write(other, reason, "Skrevet av kollegaen.")
    other.press("decision.save_draft")
    draft = other.page.get_by_text(anne.like("decision.is_draft", who=colleague))
    expect(draft).to_be_visible(timeout=SLOW_MS)
    other.end()

    anne.press("decision.save_draft")
    told = page.get_by_text(anne.like("stale.meanwhile", who=colleague))
    expect(told).to_be_visible(timeout=SLOW_MS)
    both = page.get_by_role("group", name=anne.says("stale.both"))
    expect(both).to_contain_text("Skrevet av kollegaen.")
    expect(both).to_contain_text("Skrevet av Anne.")
    anne.assert_usable()
    anne.press("stale.go_on_with_mine")
    expect(told).not_to_be_visible()
    anne.settled()
    press_until(anne, "decision.save_draft", page.get_by_text(anne.like("decision.is_draft")))
