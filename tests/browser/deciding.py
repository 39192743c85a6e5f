"""What a person does when cases are decided: says who they are, and fills in the fields."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, TimeoutError, expect

from tests.browser.visit import Visit

TODAY = date.today()
SLOW_MS = 30_000


def begin_as(visit: Visit, name: str) -> None:
    """The very first one writes their name."""
    visit.page.get_by_role("textbox", name="Hva heter du?").fill(name)
    visit.press("Begynn")
    expect(visit.page.get_by_role("combobox", name=re.compile("Hvem er du"))).to_be_visible()
    visit.settled()


def add_colleague(visit: Visit, name: str) -> None:
    """Somebody who is there already adds another."""
    visit.page.get_by_text("Legg til en kollega").click()
    visit.page.get_by_role("textbox", name="Navn", exact=True).fill(name)
    visit.press("Legg til")
    visit.settled()


def choose_name(visit: Visit, name: str) -> None:
    """One who is known chooses their name."""
    choose(visit, "Hvem er du", name)


def go_to(visit: Visit, page: str) -> None:
    """Another page, by the list."""
    visit.page.get_by_role("link", name=page, exact=True).click()
    expect(visit.page.get_by_role("heading", level=1, name=page, exact=True)).to_be_visible()
    visit.settled()


def open_case(visit: Visit, case: str) -> None:
    """A case of the round, and the fields to decide it."""
    search = visit.page.get_by_role("textbox", name="Søk", exact=True)
    search.fill(case)
    search.press("Enter")
    rows = visit.page.locator(".st-key-km-cases .km-row:not(.km-row-head)")
    expect(rows).to_have_count(1, timeout=SLOW_MS)
    visit.settled()
    visit.page.locator(".st-key-km-cases").get_by_role("link", name=case, exact=True).click()
    expect(visit.page).to_have_url(re.compile(rf"sak={case}$"), timeout=SLOW_MS)
    expect(visit.page.get_by_text(f"sak {case}").first).to_be_visible(timeout=SLOW_MS)
    visit.settled()
    unfold(visit, "Avgjør saken")


def unfold(visit: Visit, label: str) -> None:
    """Open a folded part, and wait until it is open."""
    part = visit.page.get_by_test_id("stExpander").filter(has_text=label).first
    if part.locator("details").get_attribute("open") is None:
        part.locator("summary").click()
    expect(part.locator("details")).to_have_attribute("open", "", timeout=SLOW_MS)


def write(visit: Visit, label: str, text: str) -> None:
    """Fill in a line or a text, and leave it."""
    field = visit.page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    field.press("Tab")
    visit.settled()


def fill_day(visit: Visit, label: str, day: date = TODAY) -> None:
    """Type a day, as people do."""
    group = visit.page.get_by_role("group", name=label, exact=True)
    if group.count() == 0:
        return  # isn't asked for in this case
    group.get_by_role("spinbutton").first.click()
    visit.page.keyboard.type(f"{day:%d%m%Y}")
    visit.page.keyboard.press("Tab")
    visit.settled()


def choose(visit: Visit, label: str, wanted: str) -> None:
    """Search in a list, and take the first that is found.

    A page that is drawn anew closes the list, as it does for people: then it is opened again.
    """
    option = visit.page.get_by_role("option", name=re.compile(wanted)).first
    for _ in range(5):
        visit.settled()
        field = visit.page.get_by_role("combobox", name=re.compile(label))
        field.click()
        field.fill(wanted)
        with suppress(TimeoutError):
            option.click(timeout=5_000)
            break
    visit.settled()


def press_until(visit: Visit, button: str, told: Locator) -> None:
    """Press a button until what it does is told: a page being drawn anew may miss a press."""
    for _ in range(3):
        visit.settled()
        visit.press(button)
        with suppress(AssertionError):
            expect(told).to_be_visible(timeout=SLOW_MS / 2)
            return
    expect(told).to_be_visible()


def taken_away(visit: Visit, button: str | re.Pattern[str]) -> Path:
    """The file a button gives: as above, pressed again where the press was missed."""
    for _ in range(3):
        visit.settled()
        with suppress(TimeoutError):
            with visit.page.expect_download(timeout=SLOW_MS / 2) as download:
                visit.page.get_by_role("button", name=button).click()
            return Path(download.value.path())
    raise AssertionError(f"no file from {button}")


def fill_groundwork(visit: Visit) -> None:
    """All that the profile asks for before a decision is final."""
    for label in (
        "Bruker eller foresatte hørt, dato",
        "Barnet hørt, dato",
        "Kandidaten spurt, dato",
        "Timene avklart med lederen, dato",
        "Godkjent av ansvarsgruppa: dato",
    ):
        fill_day(visit, label)
    answer = visit.page.get_by_role("radio", name="Ja", exact=True)
    if answer.count():
        answer.click()
        visit.settled()
    write(visit, "Faglig vurdering", "Kjenner familien godt.")
    write(visit, "Godkjent av ansvarsgruppa: hvem", "Ola Vik")
    expect(visit.page.get_by_text("Alt er på plass.")).to_be_visible(timeout=SLOW_MS)


def decide(visit: Visit) -> None:
    """The final word, asked once more."""
    visit.press("Avgjør")
    expect(visit.page.get_by_text("skrives i historikken med navnet ditt")).to_be_visible()
    visit.press("Ja, avgjør saken")
    expect(visit.page.get_by_text(re.compile("^Avgjort av "))).to_be_visible(timeout=SLOW_MS)
    visit.settled()
