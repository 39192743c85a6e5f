"""Runde: run, taken through in the meeting with the keyboard, shown on a wall, and printed."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from matcher.domain.plan import CasePlan, Plan
from matcher.ui.pages.round.list import PAGE_LENGTH
from tests.browser.by_keyboard import assert_no_key_acts_alone, press, tab_to
from tests.browser.deciding import begin_as, choose
from tests.browser.pages_server import ANNE
from tests.browser.visit import ROUND_TIMEOUT_MS, SLOW_MS, Visit

AGREED = 2
"""So many clear suggestions are accepted together."""
FARTHEST = 60


def open_kept_round(visit: Visit) -> None:
    """Anne is back: once she has said so, the last round is open again."""
    visit.open("/runde")
    begin_as(visit, ANNE)
    wait_for_round(visit)


def run_round(visit: Visit) -> None:
    """Go on to the round, run it and wait for its answer, which is kept."""
    visit.press("data.next")
    visit.settled()
    again = visit.page.get_by_role("button", name=visit.says("round.run_again"), exact=True)
    once = visit.page.get_by_role("button", name=visit.says("round.run"), exact=True)
    again.or_(once).click()
    wait_for_round(visit)


def wait_for_round(visit: Visit) -> None:
    """Until the answer is on the page: then there is nothing more to run."""
    told = visit.page.locator(".km-status")
    expect(told).to_contain_text(f"{visit.says('frame.run')} ·", timeout=ROUND_TIMEOUT_MS)
    expect(visit.page.get_by_role("tab", name=visit.says("round.tab_cases"))).to_be_visible()
    visit.settled()


def downloaded_plan(visit: Visit) -> Plan:
    """The plan as the user downloads it."""
    visit.open_tab("round.tab_goals")
    _, content = visit.taken_away(visit.says("round.download"))
    visit.open_tab("round.tab_cases")
    return Plan.model_validate_json(content.read_text(encoding="utf-8"))


def look_at_the_load(visit: Visit) -> None:
    """A picture, with words for those who can't see it."""
    visit.open_tab("round.tab_load")
    expect(visit.page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    visit.assert_usable()
    visit.open_tab("round.tab_cases")


def come_back_to_the_place(visit: Visit, plan: Plan) -> None:
    """From a case to the list as it was, by the page's own way back and by the browser's."""
    rows = visit.page.locator(".st-key-km-cases a")
    new = [told for told in plan.cases if told.coordinator and not told.kept]
    listed = [told.case for told in sorted(new, key=lambda told: (_fit(told), told.case))]
    listed = listed[:PAGE_LENGTH]
    visit.pick("list.new")
    choose(visit, "list.sort", visit.says("list.by_fit"))
    expect(rows).to_have_text(listed, timeout=SLOW_MS)
    visit.settled()
    for way in ("own", "browser's"):
        rows.nth(1).click()
        expect(visit.page.locator(".km-answer")).to_contain_text(listed[1], timeout=SLOW_MS)
        visit.settled()
        if way == "own":
            visit.page.get_by_role("link", name=visit.says("case.back")).click()
        else:
            visit.page.go_back()
        expect(rows).to_have_text(listed, timeout=SLOW_MS)
        visit.settled()
    visit.pick("list.all")
    choose(visit, "list.sort", visit.says("list.by_case"))
    count = len(plan.cases)
    all_of_them = visit.page.get_by_text(visit.says("list.shown", shown=count, count=count))
    expect(all_of_them).to_be_visible(timeout=SLOW_MS)
    visit.still()


def _fit(told: CasePlan) -> int:
    return next(one.fit for one in told.suggestions if one.coordinator == told.coordinator)


def look_at_the_wall(visit: Visit, plan: Plan, person: str) -> None:
    """Nobody is named, large or listed, and a reload is still on the wall."""
    page, load = visit.page, visit.page.get_by_role("tab", name=visit.says("round.tab_load"))
    suggested = page.locator(".km-suggestion strong")
    expect(suggested.first).to_be_visible()
    names = suggested.all_inner_texts()
    named = {name.rpartition(" (")[0] for name in names if " (" in name} | {person}
    assert len(named) > 3
    visit.pick("round.projector")
    expect(load).to_have_count(0)
    visit.assert_usable()
    shown = page.locator("body").inner_text()
    assert [name for name in sorted(named) if name in shown] == []
    assert next(case.coordinator for case in plan.cases if case.coordinator) in shown
    visit.pick("round.projector")
    expect(load).to_be_visible()


def walk_by_keyboard(visit: Visit) -> None:
    """Through the cases, agree to the clear ones, open one and come back, without the mouse."""
    page = visit.page
    visit.still()
    assert_no_key_acts_alone(visit)
    tab_to(visit, f"{visit.says('list.as_list')}$")
    press(visit, "ArrowRight")
    if not _place(visit, 1).count():
        press(visit, "Enter")
    expect(_place(visit, 1)).to_be_visible()
    visit.assert_usable()
    tab_to(visit, visit.says("case.next"))
    press(visit, "Enter")
    expect(_place(visit, 2)).to_be_visible()
    tab_to(visit, visit.says("case.previous"), back=True)
    press(visit, "Enter")
    expect(_place(visit, 1)).to_be_visible()
    number = 1
    for _ in range(AGREED):
        number = _agree_to_the_next_clear_one(visit, number)
    tab_to(visit, visit.like("round.open_case").pattern[1:])
    press(visit, "Enter")
    expect(page.locator(".km-answer")).to_be_visible(timeout=SLOW_MS)
    visit.settled()
    tab_to(visit, visit.says("case.back"))
    press(visit, "Enter")
    expect(_place(visit, number)).to_be_visible()
    expect(_agree(visit)).to_be_checked()


def _agree_to_the_next_clear_one(visit: Visit, number: int) -> int:
    """Its number in the list."""
    tab_to(visit, visit.says("case.next"), back=number > 1)
    for after in range(number + 1, FARTHEST):
        press(visit, "Enter")
        expect(_place(visit, after)).to_be_visible()
        if _agree(visit).count():
            tab_to(visit, visit.like("together.agree").pattern[1:])
            press(visit, "Space")
            expect(_agree(visit)).to_be_checked()
            return after
    raise AssertionError("no clear suggestion in the list")


def _place(visit: Visit, number: int) -> Locator:
    return visit.page.get_by_text(visit.like("case.place", place=number))


def _agree(visit: Visit) -> Locator:
    return visit.page.get_by_role("checkbox", name=visit.like("together.agree"))


def accept_together(visit: Visit) -> None:
    """Those who were agreed to, after being told what becomes of them."""
    tab_to(visit, f"{visit.says('round.tab_cases')}$")
    press(visit, "ArrowRight")
    tab_to(
        visit, visit.says("together.accept", count=AGREED).replace("(", r"\(").replace(")", r"\)")
    )
    visit.assert_usable()
    press(visit, "Enter")
    tab_to(visit, visit.says("together.yes"))
    press(visit, "Enter")
    told = visit.page.get_by_text(visit.says("together.done", final=0, drafts=AGREED))
    expect(told).to_be_visible(timeout=SLOW_MS)


def print_the_list(visit: Visit) -> None:
    """To bring to the meeting: a PDF, and one without names."""
    name, content = visit.taken_away(visit.says("meeting.pdf"))
    assert name == "møteliste.pdf"
    assert content.read_bytes().startswith(b"%PDF-")
