"""``python -m tests.browser.pictures``: the pictures of the documents, taken of the real pages."""

from __future__ import annotations

import sys

from playwright.sync_api import Locator, expect

from tests.browser.at_the_case import new_and_weighed
from tests.browser.at_the_data import find_one_to_mend, read_with_faults, use_sample
from tests.browser.at_the_round import downloaded_plan, run_round
from tests.browser.deciding import (
    begin_as,
    choose,
    decide,
    fill_groundwork,
    open_case,
    unfold,
    write,
)
from tests.browser.pages_server import (
    ANNE,
    REPOSITORY,
    chromium_path,
    running_chromium,
    running_pages,
)
from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

FOLDER = REPOSITORY / "docs" / "pictures"
DECIDED = "S-018"
"""A case of the small sample that keeps its coordinator."""
LOOKED_AT, AGREED = 8, 3
"""So many cases are looked at, and so many of the clear ones agreed to."""
BY_THE_LIST = ("tasks", "history", "overview", "settings", "accounts")
NAMES = {
    "tasks": "oppgaver",
    "history": "historikk",
    "overview": "oversikt",
    "settings": "innstillinger",
    "accounts": "brukere",
}


def main() -> int:
    """Walk through a round on the small sample, and take a picture of each page."""
    path = chromium_path()
    if path is None:
        print("Fant ikke Chromium, så bildene ble ikke tatt.", file=sys.stderr)
        return 1
    with running_chromium(path) as browser, running_pages() as address:
        expect.set_options(timeout=30_000)
        visit = Visit.begin(browser, address)
        visit.open()
        begin_as(visit, ANNE)
        _tour(visit)
        _data(visit)
        _round(visit)
        _case(visit)
        _rules(visit)
        _decide(visit)
        for page in BY_THE_LIST:
            visit.go_to(f"{page}.title")
            _take(visit, NAMES[page])
        _what_if(visit)
    return 0


def _tour(visit: Visit) -> None:
    visit.press("tour.begin")
    expect(visit.page.get_by_text(visit.like("tour.sample"))).to_be_visible()
    _take(visit, "omvisning")
    visit.press("tour.leave")


def _data(visit: Visit) -> None:
    """Faults in a file, and a row being mended; then the sample without faults."""
    read_with_faults(visit)
    _take(
        visit,
        "feil-i-filen",
        visit.page.get_by_role("heading", name=visit.like("data.faults.many")),
    )
    find_one_to_mend(visit)
    _take(visit, "rett", visit.page.get_by_role("heading", name=visit.says("edit.title")))
    use_sample(visit, "Liten")
    _take(visit, "datagrunnlag")


def _round(visit: Visit) -> None:
    run_round(visit)
    _take(visit, "runde")
    visit.open_tab("round.tab_load")
    _take(visit, "belastning")
    visit.open_tab("round.tab_cases")
    visit.pick("round.projector")
    expect(visit.page.locator(".st-key-km-projector")).to_be_visible()
    _take(visit, "prosjektor")
    visit.pick("round.projector")


def _case(visit: Visit) -> None:
    """The first of the list, as somebody comes to it in the meeting."""
    told = new_and_weighed(downloaded_plan(visit))[0]
    visit.page.locator(".st-key-km-cases").get_by_role("link", name=told.case, exact=True).click()
    expect(visit.page.locator(".km-answer")).to_contain_text(told.case)
    visit.settled()
    _take(visit, "sak")
    visit.open_tab("case.tab_why_not")
    choose(visit, "why_not.pick", told.suggestions[1].coordinator)
    tab = visit.page.get_by_role("tab", name=visit.says("case.tab_letter"))
    _take(visit, "hvorfor-ikke", tab)
    visit.open_tab("case.tab_letter")
    _take(visit, "brev", tab)


def _what_if(visit: Visit) -> None:
    """Somebody leaves, and what that does to the families."""
    visit.go_to("what_if.title")
    choose(visit, "what_if.coordinator", "K-02")
    visit.press("what_if.add_it")
    visit.settled()
    visit.press("what_if.try")
    answer = visit.page.get_by_role("tab", name=visit.says("what_if.part_people"))
    expect(answer).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    _take(visit, "hva-hvis", visit.page.get_by_role("heading", name=visit.says("what_if.so_far")))


def _rules(visit: Visit) -> None:
    visit.go_to("rules.title")
    _take(visit, "regler")
    visit.open_tab("rules.tab_weights")
    _take(visit, "vekter")


def _decide(visit: Visit) -> None:
    """Decide a case, and take a picture of what comes of it."""
    page = visit.page
    decision = page.get_by_role("heading", name=visit.says("decision.title"), exact=True)
    visit.go_to("round.title")
    open_case(visit, DECIDED)
    unfold(visit, visit.says("decision.make"))
    said = "Kjenner familien godt, og har fulgt saken i to år."
    write(visit, visit.says("decision.assessment"), said)
    _take(visit, "avgjorelse", decision)
    fill_groundwork(visit)
    decide(visit)
    _take(visit, "avgjort", decision)
    _clear_ones(visit)


def _clear_ones(visit: Visit) -> None:
    """Some cases are looked at one by one, and ticked among the clear ones."""
    visit.go_to("round.title")
    write(visit, visit.says("list.search"), "")
    choose(visit, "list.sort", visit.says("list.by_case"))
    visit.pick("list.one_by_one")
    for _ in range(LOOKED_AT):
        visit.press("case.next")
        visit.settled()
    visit.open_tab("round.tab_decisions")
    clear = visit.page.get_by_role("heading", name=visit.like("together.title"))
    expect(clear).to_be_visible()
    for tick in visit.page.get_by_test_id("stMain").get_by_role("checkbox").all()[:AGREED]:
        tick.check(force=True)
        visit.settled()
    _take(visit, "klare-forslag", clear)


def _take(visit: Visit, name: str, top: Locator | None = None) -> None:
    """A picture of the page, from the top or from what is named."""
    visit.page.evaluate("document.activeElement.blur()")
    visit.page.mouse.move(1430, 5)  # nothing there opens up
    visit.still()
    if top is None:
        visit.page.get_by_test_id("stMain").evaluate("page => page.scrollTo(0, 0)")
    else:
        top.evaluate("one => one.scrollIntoView()")
    visit.page.wait_for_timeout(1000)  # a chart draws itself once more
    visit.page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
