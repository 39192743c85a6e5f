"""A round is decided as a person lives it; and two who decide at once are told of each other."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import deciding, pages_server
from tests.browser.deciding import (
    begin_as,
    choose,
    decide,
    fill_groundwork,
    go_to,
    open_case,
    write,
)
from tests.browser.visit import ROUND_TIMEOUT_MS, Visit
from tests.storage.databases import PostgreSQL

pytestmark = pytest.mark.browser

KEPT, NEW, LOCKED = "S-018", "S-003", "S-010"
"""Of the small sample: a case that keeps its coordinator, and two that get new ones."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def own_address(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[str]:
    """Pages with a database of their own: what is kept here, nobody else sees."""
    url = None
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        url = server.new_database()
    with pages_server.running_pages(url) as address:
        yield address


@pytest.fixture
def own_visit(chromium: Browser, own_address: str) -> Iterator[Visit]:
    """A visit that must end without faults in the console."""
    visit = Visit.begin(chromium, own_address)
    yield visit
    visit.page.context.close()
    assert visit.faults == []
    assert visit.foreign == []


def ready_round(visit: Visit) -> None:
    """Anne has run a round on the small sample."""
    visit.open()
    begin_as(visit, "Anne Lie")
    visit.use_sample("Liten")
    visit.run_round()
    expect(visit.page.get_by_text("Kjørt · Runde 1")).to_be_visible()


def accept_and_take_out(visit: Visit) -> None:
    """The suggestion is accepted; then a letter, and the sheet for the tool of the municipality."""
    page = visit.page
    open_case(visit, KEPT)
    assert visit.serious_violations() == []
    fill_groundwork(visit)
    decide(visit)
    expect(page.get_by_role("heading", name=re.compile("^Oppgaver som venter"))).to_be_visible()
    page.get_by_role("radio", name="Koordinatoren", exact=True).click()
    letter = deciding.taken_away(visit, re.compile("^Last ned brevet"))
    assert letter.read_bytes()[:5] == b"%PDF-"
    deciding.unfold(visit, "Til innlegging i")
    page.get_by_text("Vis det som skal legges inn").click()
    sheet = deciding.taken_away(visit, f"Last ned (sak-{KEPT}.txt)")
    assert KEPT in sheet.read_text(encoding="utf-8")
    assert visit.serious_violations() == []


def choose_another(visit: Visit) -> None:
    """Another than the suggested needs a reason, and is refused without."""
    page = visit.page
    go_to(visit, "Runde")
    open_case(visit, NEW)
    page.get_by_role("radio", name="Velg en annen").click(force=True)
    choose(visit, "^Velg koordinator|Hvem$", "egnethet")
    visit.press("Avgjør")
    expect(page.get_by_text("Saken kan ikke avgjøres ennå.")).to_be_visible()
    expect(page.get_by_text("er ikke det første forslaget. Skriv hvorfor.")).to_be_visible()
    write(visit, "Begrunnelse", "Familien kjenner henne.")
    fill_groundwork(visit)
    decide(visit)


def lock_and_run_again(visit: Visit) -> None:
    """A pair is locked with a reason, and the next round says what it changed."""
    page = visit.page
    go_to(visit, "Runde")
    open_case(visit, LOCKED)
    deciding.unfold(visit, "Lås, sperr eller foretrekk")
    choose(visit, "Koordinator$", "K-05")
    write(visit, "Hvorfor (må fylles ut)", "Avtalt på møtet.")
    visit.press("Lagre valget")
    expect(page.get_by_text("Lås, sperr eller foretrekk (1 gjelder nå)")).to_be_visible()
    go_to(visit, "Runde")
    visit.press("Kjør runden på nytt")
    changed = page.get_by_text(re.compile("^Endret siden forrige runde"))
    expect(changed).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    expect(page.get_by_text(re.compile(f"Nytt: sak {LOCKED}"))).to_be_visible()
    assert visit.serious_violations() == []


def work_with_tasks(visit: Visit) -> None:
    """One is done, and one is given to a colleague."""
    page = visit.page
    go_to(visit, "Oppgaver")
    page.get_by_role("button", name="Gjort", exact=True).first.click()
    expect(page.get_by_text(re.compile("» er gjort\\."))).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Gi til", exact=True).first.click()
    choose(visit, "^Ny ansvarlig for", "Anne Lie")
    given = page.get_by_text(re.compile("» er gitt til: Anne Lie, koordinerende enhet"))
    deciding.press_until(visit, "Gi oppgaven videre", given)
    assert visit.serious_violations() == []


def read_the_history(visit: Visit) -> None:
    """All of it stands there, and it is whole."""
    table = visit.page.locator("table")
    go_to(visit, "Historikk")
    for happening in ("Avgjorde", "Låste eller sperret", "Kjørte runde", "Skrev oppgave", "Leste"):
        expect(table.get_by_text(happening).first).to_be_visible()
    expect(table.get_by_text("gitt til en annen").first).to_be_visible()
    visit.press("Kontroller historikken")
    whole = visit.page.get_by_text(re.compile("^Historikken er hel"))
    expect(whole).to_be_visible(timeout=30_000)
    assert visit.serious_violations() == []


def look_over_it_all(visit: Visit) -> None:
    """Every part of the overview, and what changed since the first round."""
    page = visit.page
    go_to(visit, "Oversikt")
    for tab in ("Trenger deg nå", "Alle saker", "Belastning i dag", "Fravær", "Sletting"):
        page.get_by_role("tab", name=tab).click()
        assert visit.serious_violations() == []
    page.get_by_role("tab", name="Endret siden").click()
    choose(visit, "Hold runden opp mot", "Runde 1")
    expect(page.get_by_text(re.compile("et annet forslag enn i runde 1"))).to_be_visible()
    assert visit.serious_violations() == []


def test_a_round_is_decided_and_the_history_shows_all_of_it(own_visit: Visit) -> None:
    ready_round(own_visit)
    accept_and_take_out(own_visit)
    choose_another(own_visit)
    lock_and_run_again(own_visit)
    work_with_tasks(own_visit)
    read_the_history(own_visit)
    look_over_it_all(own_visit)


def test_the_later_of_two_at_once_is_told_and_a_reload_keeps_the_case(
    own_visit: Visit, chromium: Browser
) -> None:
    anne, page = own_visit, own_visit.page
    ready_round(anne)
    deciding.add_colleague(anne, "Bjørn Dahl")
    open_case(anne, KEPT)
    write(anne, "Begrunnelse", "Skrevet av Anne.")

    bjorn = Visit.begin(chromium, anne.address)
    bjorn.open(f"/sak?sak={KEPT}")
    expect(bjorn.page.get_by_text("så åpnes den siste runden")).to_be_visible()
    deciding.choose_name(bjorn, "Bjørn Dahl")
    expect(bjorn.page.get_by_text(f"Forslag til sak {KEPT}")).to_be_visible(timeout=30_000)
    deciding.unfold(bjorn, "Avgjør saken")
    write(bjorn, "Begrunnelse", "Skrevet av Bjørn.")
    bjorn.press("Lagre utkast")
    expect(bjorn.page.get_by_text(re.compile("^Utkast av Bjørn Dahl"))).to_be_visible()

    anne.press("Lagre utkast")
    told = page.get_by_text("Bjørn Dahl skrev en avgjørelse i saken")
    expect(told).to_be_visible(timeout=30_000)
    both = page.get_by_role("group", name="Begge avgjørelsene")
    expect(both).to_contain_text("Skrevet av Bjørn.")
    expect(both).to_contain_text("Skrevet av Anne.")
    assert anne.serious_violations() == []
    anne.settled()
    anne.press("Gå videre med mitt")
    expect(told).not_to_be_visible()
    anne.settled()
    expect(page.get_by_role("button", name="Lagre utkast", exact=True)).to_have_count(1)
    anne.press("Lagre utkast")
    expect(page.get_by_text(re.compile("^Utkast av Anne Lie"))).to_be_visible(timeout=30_000)
    bjorn.page.context.close()
    assert bjorn.faults == []
