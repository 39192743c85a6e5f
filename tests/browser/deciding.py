"""What a person does when cases are decided: says who they are, and fills in the fields."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from playwright.sync_api import Locator, TimeoutError, expect

from tests.browser.visit import SLOW_MS, Visit

TODAY = date.today()
HEARD = (
    "decision.user_heard_on",
    "decision.child_heard_on",
    "decision.candidate_asked_on",
    "decision.hours_confirmed_on",
)


def begin_as(visit: Visit, name: str) -> None:
    """Choose one's name; the very first one writes it."""
    first = visit.page.get_by_role("textbox", name=visit.says("who.first"))
    known = visit.page.get_by_role("combobox", name=visit.like("who.who"))
    expect(first.or_(known)).to_be_visible(timeout=SLOW_MS)
    if not first.is_visible():
        choose(visit, "who.who", name)
        return
    first.fill(name)
    visit.press("who.begin")
    expect(visit.page.get_by_text(visit.says("who.another"))).to_be_visible()
    visit.settled()


def add_colleague(visit: Visit, name: str) -> None:
    """Somebody who is there already adds another."""
    visit.page.get_by_text(visit.says("who.another")).click()
    visit.page.get_by_role("textbox", name=visit.says("who.name"), exact=True).fill(name)
    visit.press("who.add")
    visit.settled()


def open_case(visit: Visit, case: str) -> None:
    """A case of the round, found by its number."""
    search = visit.page.get_by_role("textbox", name=visit.says("list.search"), exact=True)
    search.fill(case)
    search.press("Enter")
    rows = visit.page.locator(".st-key-km-cases .km-row:not(.km-row-head)")
    expect(rows).to_have_count(1, timeout=SLOW_MS)
    visit.settled()
    visit.page.locator(".st-key-km-cases").get_by_role("link", name=case, exact=True).click()
    expect(visit.page).to_have_url(re.compile(rf"sak={case}\b"), timeout=SLOW_MS)
    expect(visit.page.locator(".km-answer")).to_contain_text(case, timeout=SLOW_MS)
    visit.settled()


def unfold(visit: Visit, label: str | re.Pattern[str]) -> None:
    """Open a folded part, and wait until it is open."""
    part = visit.page.get_by_test_id("stExpander").filter(has=visit.page.get_by_text(label)).first
    if part.locator("details").get_attribute("open") is None:
        part.locator("summary").click()
    expect(part.locator("details")).to_have_attribute("open", "", timeout=SLOW_MS)


def write(visit: Visit, label: str, text: str) -> None:
    """Fill in a line or a text, and leave it."""
    field = visit.page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    field.press("Tab")
    visit.settled()


def fill_day(visit: Visit, label: str | re.Pattern[str], day: date = TODAY) -> None:
    """Type a day, as people do; what isn't asked for in this case is passed by."""
    group = visit.page.get_by_role("group", name=label)
    if group.count() == 0:
        return
    group.get_by_role("spinbutton").first.click()
    visit.page.keyboard.type(f"{day:%d%m%Y}")
    visit.page.keyboard.press("Tab")
    visit.settled()


def choose(visit: Visit, key: str, wanted: str, *, exact: bool = False) -> None:
    """Search in a list, and take the first that is found.

    A page that is drawn anew closes the list, as it does for people: then it is opened again.
    """
    named = re.compile(visit.like(key).pattern.replace("^", r"(^|\. )", 1) + "$")
    option = visit.page.get_by_role("option", name=wanted, exact=exact).first
    for _ in range(5):
        visit.settled()
        field = visit.page.get_by_role("combobox", name=named).first
        field.click()
        field.fill(wanted)
        with suppress(TimeoutError):
            option.click(timeout=5_000)
            break
    visit.settled()


def press_until(visit: Visit, key: str, told: Locator) -> None:
    """Press a button until what it does is told: a page being drawn anew may miss a press."""
    for _ in range(3):
        visit.settled()
        visit.press(key)
        with suppress(AssertionError):
            expect(told).to_be_visible(timeout=SLOW_MS / 2)
            return
    expect(told).to_be_visible()


def fill_groundwork(visit: Visit) -> None:
    """All that the profile asks for before a decision is final."""
    for key in HEARD:
        fill_day(visit, visit.says(key))
    fill_day(visit, visit.like("decision.approved_on"))
    answer = visit.page.get_by_role("radio", name=visit.says("decision.yes"), exact=True)
    if answer.count():
        answer.click()
        visit.settled()
    write(visit, visit.says("decision.assessment"), "Kjenner familien godt.")
    approver = visit.page.get_by_role("textbox", name=visit.like("decision.approver"))
    approver.fill("Ola Vik")
    approver.press("Tab")
    in_place = visit.page.get_by_text(visit.says("decision.all_in_place"))
    expect(in_place).to_be_visible(timeout=SLOW_MS)


def decide(visit: Visit) -> None:
    """The final word, asked once more."""
    page = visit.page
    press_until(visit, "decision.decide", page.get_by_text(visit.like("decision.sure")))
    visit.press("decision.yes_decide")
    expect(page.get_by_text(visit.like("decision.decided"))).to_be_visible(timeout=SLOW_MS)
    visit.settled()
