"""A round as a person lives it: read the sample, run, look at the load and at a case."""

import json
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from matcher.domain.plan import CasePlan, Plan
from matcher.ui.serve import HEADERS
from tests.browser.by_keyboard import assert_no_key_acts_alone, press, tab_to
from tests.browser.deciding import begin_as, choose_name
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def downloaded_plan(visit: Visit) -> Plan:
    """The plan as the user downloads it."""
    visit.page.get_by_role("tab", name="Hvor god planen er").click()
    with visit.page.expect_download() as download:
        visit.press("Last ned for maskiner (plan.json)")
    plan = Plan.model_validate_json(download.value.path().read_text(encoding="utf-8"))
    visit.page.get_by_role("tab", name="Saker").click()
    return plan


def with_suggestion(plan: Plan) -> CasePlan:
    return next(case for case in plan.cases if case.coordinator and len(case.suggestions) > 1)


def walk_by_keyboard(visit: Visit) -> None:
    """Next, previous, open, agree and accept, without the mouse."""
    page = visit.page
    place = page.get_by_text(re.compile(r"^Sak \d+ av \d+ i lista"))
    assert_no_key_acts_alone(visit)
    tab_to(visit, "Liste$")
    press(visit, "ArrowRight")
    if not place.count():
        press(visit, "Enter")
    expect(place).to_have_text(re.compile("^Sak 1 av"))
    tab_to(visit, "Neste sak")
    press(visit, "Enter")
    expect(place).to_have_text(re.compile("^Sak 2 av"))
    tab_to(visit, "Forrige sak", back=True)
    press(visit, "Enter")
    expect(place).to_have_text(re.compile("^Sak 1 av"))
    tab_to(visit, "Neste sak")
    agree = page.get_by_role("checkbox", name=re.compile("^Enig i forslaget"))
    for number in range(2, 60):
        press(visit, "Enter")
        expect(place).to_have_text(re.compile(f"^Sak {number} av"))
        if agree.count():
            break
    tab_to(visit, "Enig i forslaget")
    press(visit, "Space")
    expect(agree).to_be_checked()
    tab_to(visit, "Åpne S-")
    press(visit, "Enter")
    expect(page).to_have_url(re.compile(r"/sak\?sak=S-"))
    visit.settled()
    tab_to(visit, "Tilbake til runden")
    press(visit, "Enter")
    expect(agree).to_be_checked()
    tab_to(visit, "Saker$")
    press(visit, "ArrowRight")
    tab_to(visit, "Godta de valgte \\(1\\)")
    press(visit, "Enter")
    tab_to(visit, "Ja, godta dem")
    press(visit, "Enter")
    expect(page.get_by_text("0 avgjort, og 1 lagret som utkast.")).to_be_visible()


def look_at_the_wall(visit: Visit, plan: Plan) -> None:
    """Nobody is named, large or listed, and a reload is still on the wall."""
    page = visit.page
    suggested = page.locator(".km-suggestion strong")
    expect(suggested.first).to_be_visible()
    names = suggested.all_inner_texts()
    named = {name.rpartition(" (")[0] for name in names if " (" in name} | {"Anne Lie"}
    assert len(named) > 3
    page.get_by_text("Prosjektorvisning", exact=True).click()
    expect(page.get_by_role("tab", name="Belastning")).to_have_count(0)
    assert visit.serious_violations() == []
    shown = page.locator("body").inner_text()
    assert [name for name in sorted(named) if name in shown] == []
    assert next(case.coordinator for case in plan.cases if case.coordinator) in shown
    page.reload()
    choose_name(visit, "Anne Lie")
    expect(page.locator(".st-key-km-projector .km-row").first).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("Hvem er du"))).to_have_count(0)
    page.get_by_text("Prosjektorvisning", exact=True).click()
    expect(page.get_by_role("tab", name="Belastning")).to_be_visible()


def test_a_round_on_the_small_sample_from_file_to_case(visit: Visit) -> None:
    visit.open()
    begin_as(visit, "Anne Lie")
    assert visit.serious_violations() == []
    visit.use_sample("Liten")
    expect(visit.page.get_by_text("Lest fra liten.xlsx")).to_be_visible()
    assert visit.serious_violations() == []

    visit.run_round()
    assert visit.serious_violations() == []
    plan = downloaded_plan(visit)
    placed = sum(case.coordinator is not None for case in plan.cases)
    expect(visit.page.locator(".km-value").first).to_have_text(str(placed))

    look_at_the_wall(visit, plan)
    walk_by_keyboard(visit)
    visit.page.get_by_role("tab", name="Saker").click()
    visit.page.get_by_text("Liste", exact=True).click()

    case = with_suggestion(plan)
    visit.page.get_by_role("textbox", name="Søk").fill(case.case)
    visit.page.get_by_role("textbox", name="Søk").press("Enter")
    row = visit.page.locator(".km-row:not(.km-row-head)")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(f"({case.coordinator})")

    visit.page.get_by_role("link", name=case.case, exact=True).click()
    expect(visit.page).to_have_url(re.compile(rf"/sak\?sak={case.case}$"))
    expect(visit.page.locator(".km-answer")).to_contain_text(f"({case.coordinator})")
    for suggestion in case.suggestions[:2]:
        named = visit.page.get_by_text(f"({suggestion.coordinator})")
        expect(named.first).to_be_visible()
    criterion = next(c for c in case.suggestions[0].criteria if c.score is not None and c.weight)
    expect(visit.page.get_by_text(criterion.because).first).to_be_visible()
    assert visit.serious_violations() == []

    visit.page.get_by_role("link", name="Tilbake til runden").click()
    visit.page.get_by_role("tab", name="Belastning").click()
    expect(visit.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    assert visit.serious_violations() == []

    visit.page.get_by_role("link", name="Datagrunnlag", exact=True).click()
    visit.page.get_by_role("combobox", name="Kommune").click()
    visit.page.get_by_role("option", name="Rakkestad", exact=True).click()
    expect(visit.page.get_by_text("Utdatert: kjør på nytt")).to_be_visible()


def test_the_sample_with_faults_shows_each_fault_and_where_it_is(visit: Visit) -> None:
    visit.open("/datagrunnlag")
    visit.use_sample("Liten-med-feil")
    faults = visit.page.locator(".km-table tbody tr")
    expect(faults.first).to_contain_text(re.compile(r"rad \d+"))
    assert faults.count() > 3
    with visit.page.expect_download() as download:
        visit.press("Last ned de avviste radene (avvist.xlsx)")
    assert download.value.path().read_bytes()[:2] == b"PK"
    assert visit.serious_violations() == []


def test_the_page_is_norwegian_in_streamlits_own_words_too(visit: Visit) -> None:
    visit.open("/datagrunnlag")
    assert visit.page.locator("html").get_attribute("lang") == "nb"
    expect(visit.page.get_by_test_id("stFileUploaderDropzone")).to_contain_text("Velg fil")
    expect(visit.page.get_by_test_id("stFileUploaderDropzone")).to_contain_text("Inntil 20 MB")
    visit.open("/sak?sak=S-001")
    expect(visit.page.get_by_text("Det er ikke kjørt noen runde ennå")).to_be_visible()


def test_every_answer_carries_the_strict_headers_and_inner_numbers_are_closed(
    visit: Visit, address: str
) -> None:
    for path in ("/", "/sak", "/_stcore/health", "/norsk/ord-nn.json", "/favicon.png"):
        with urlopen(address + path) as answer:
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS, path
    assert (
        "Velg fil" in json.loads(urlopen(f"{address}/norsk/ord-nb.json").read())["whole"].values()
    )
    assert status(f"{address}/_stcore/metrics") == 404
    assert status(f"{address}/", host="fremmed.example") == 400


def status(address: str, host: str | None = None) -> int:
    """The status an address answers with, when asked under a host's name."""
    try:
        with urlopen(Request(address, headers={"Host": host} if host else {})) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
