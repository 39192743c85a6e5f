"""A person's way in and out, with a real provider and a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Cookie, Page, Request, WebSocket, expect

from matcher.domain.actor import AccessRole
from matcher.ui.texts import say
from tests.security.office import OTHERS, OWN, THEIR_WORDS, UNIT
from tests.security.served import Served

pytestmark = pytest.mark.browser
SLOW_MS = 90_000
COOKIE = "koordinatormatch"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="nb-NO")
    yield context
    context.close()


def log_in(context: BrowserContext, served: Served, person: str, path: str = "/") -> Page:
    """Ask for a page, be sent to the provider, and come back."""
    page = context.new_page()
    page.goto(served.address + path)
    assert page.url.startswith(served.issuer), "nobody is let in without logging in"
    page.get_by_role("button", name=person, exact=True).click()
    return page


def drawn(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=SLOW_MS)
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=SLOW_MS)


def session_cookie(context: BrowserContext) -> Cookie | None:
    return next((one for one in context.cookies() if one["name"] == COOKIE), None)


@dataclass
class Visit:
    """A ke-ansvarlig who has logged in, been to two pages, and read a sample."""

    page: Page
    served: Served
    cookie: Cookie
    asked: list[str]
    """Every address that was asked for on the way, by all but the provider's own page."""
    sent: list[str | bytes]
    """What the pages have told the program by the websocket, as it goes."""

    @property
    def log(self) -> str:
        """What the pages' own log says by now."""
        return self.served.log.read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def kari(chromium: Browser, served: Served) -> Iterator[Visit]:
    """One walk for the tests that look at it from different sides."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="nb-NO")
    asked: list[str] = []

    def heard(request: Request) -> None:
        if not request.frame.url.startswith(served.issuer):  # the provider's page asks for its own
            asked.append(request.url)

    context.on("request", heard)
    sent: list[str | bytes] = []

    def said(told: str | bytes) -> None:
        sent.append(told)

    def opened(socket: WebSocket) -> None:
        asked.append(socket.url)
        socket.on("framesent", said)

    context.on("page", lambda page: page.on("websocket", opened))
    page = log_in(context, served, "kari", "/runde")
    drawn(page)
    assert urlsplit(page.url).path == "/runde", "the page that was asked for"
    cookie = session_cookie(context)
    assert cookie is not None
    read_sample(page)
    expect(page.get_by_role("heading", name=re.compile("^Lest fra"))).to_be_visible(timeout=SLOW_MS)
    yield Visit(page, served, cookie, asked, sent)
    context.close()


def read_sample(page: Page) -> None:
    page.get_by_role("link", name="Datagrunnlag", exact=True).click()
    page.get_by_role("combobox", name="Eller prøv med oppdiktede data").click()
    page.get_by_role("option", name="Liten", exact=True).click()
    page.get_by_role("button", name="Bruk eksempelet").click()


def test_no_page_behind_the_log_in_asks_a_foreign_host(kari: Visit) -> None:
    here = urlsplit(kari.served.address).netloc
    assert any(url.startswith("ws") for url in kari.asked)
    assert [
        url
        for url in kari.asked
        if urlsplit(url).scheme not in ("data", "blob")
        and urlsplit(url).netloc != here
        and not url.startswith(kari.served.issuer)
    ] == []


def test_the_log_tells_no_person_no_token_and_no_address_with_a_code(kari: Visit) -> None:
    assert kari.served.address in kari.log, "the log is there"
    for secret in ("Kari", "kari", str(kari.cookie["value"]), "?code=", "&code=", "state=", OTHERS):
        assert secret not in kari.log


def test_a_letter_typed_by_mistake_asks_the_program_for_nothing(kari: Visit) -> None:
    """WCAG 2.1.4: Streamlit would draw the page anew at ``r``."""
    kari.page.get_by_role("link", name="Logg ut").focus()
    before = len(kari.sent)
    kari.page.keyboard.press("r")
    kari.page.wait_for_timeout(500)
    assert before > 0
    assert len(kari.sent) == before


def test_a_person_logs_in_sees_only_their_own_logs_out_and_the_cookie_is_dead(
    chromium: Browser, kari: Visit, served: Served
) -> None:
    page, context, cookie = kari.page, kari.page.context, kari.cookie
    expect(page.get_by_text("Logget inn: Kari Nes")).to_be_visible()
    assert page.get_by_text("bruk ikke ekte data").count() == 0

    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"]) == (True, True, "Lax")
    assert cookie["expires"] == -1, "it ends with the browser"
    assert re.fullmatch(r"[\w-]{43}", str(cookie["value"])), "random, and nothing else"
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert not re.search("kari|nes", kept.casefold())

    with chromium.new_context(locale="nb-NO") as others:
        sees_only_their_own(log_in(others, served, "lise"), served)

    second = context.new_page()
    second.goto(served.address)
    drawn(second)

    page.get_by_role("link", name="Logg ut").click()
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_role("heading", name="Du er logget ut")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert session_cookie(context) is None

    nothing_more_in_a_tab_left_open(second)

    with chromium.new_context() as thief:
        name, value = cookie["name"], cookie["value"]
        domain, path = cookie["domain"], cookie["path"]
        thief.add_cookies([{"name": name, "value": value, "domain": domain, "path": path}])
        replayed = thief.new_page()
        replayed.goto(f"{served.address}/runde")
        assert replayed.url.startswith(served.issuer), "a replayed cookie opens nothing"
        assert websocket_opens(thief, served) is False


def sees_only_their_own(page: Page, served: Served) -> None:
    """A reader: nothing at first, then the case of their unit and no other, and no way to more."""
    drawn(page)
    expect(page.get_by_text("Logget inn: Lise Moe")).to_be_visible()
    links = page.get_by_test_id("stSidebarNav")
    expect(links.get_by_role("link", name="Runde", exact=True)).to_be_visible()
    for name in ("Datagrunnlag", "Hva hvis", "Brukere"):
        assert links.get_by_role("link", name=name, exact=True).count() == 0
    assert OWN not in page.content()

    served.administrator.give_sight("lise", UNIT)
    for path in ("/oversikt", "/oppgaver", f"/sak?sak={OTHERS}", "/runde"):
        page.goto(served.address + path)
        drawn(page)
        assert THEIR_WORDS not in page.content()
        assert OTHERS not in page.get_by_test_id("stMain").inner_html().replace(
            say("case.unknown", case=OTHERS), ""
        )
    page.goto(f"{served.address}/sak")
    drawn(page)
    expect(page.get_by_text(OWN).first).to_be_visible()


def nothing_more_in_a_tab_left_open(tab: Page) -> None:
    """A tab that was open when the session ended, shows nothing more, nor what it showed."""
    assert OWN in tab.content()
    tab.get_by_role("link", name="Historikk", exact=True).click(timeout=5_000)
    expect(tab.get_by_role("heading", name="Økten er over")).to_be_visible(timeout=SLOW_MS)
    assert OWN not in tab.content()


def websocket_opens(context: BrowserContext, served: Served) -> bool:
    """Whether the pages' websocket lets the browser in, from a page of the same origin."""
    page = context.new_page()
    page.goto(f"{served.address}/logg-ut")
    opened: bool = page.evaluate(
        """address => new Promise(done => {
            const socket = new WebSocket(address);
            socket.onopen = () => done(true);
            socket.onerror = () => done(false);
        })""",
        served.address.replace("http", "ws") + "/_stcore/stream",
    )
    return opened


def test_somebody_without_a_role_is_refused_until_they_are_given_one(
    context: BrowserContext, served: Served
) -> None:
    page = log_in(context, served, "tildelt")
    expect(page.get_by_role("heading", name="Du har ingen rolle ennå")).to_be_visible()
    expect(page.get_by_text("tildelt", exact=True)).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert session_cookie(context) is None
    assert websocket_opens(context, served) is False

    served.administrator.give_role("tildelt", AccessRole.LESER, name="Tor Eide")
    page.goto(served.address)
    page.get_by_role("button", name="tildelt", exact=True).click()
    drawn(page)
    expect(page.get_by_text("Logget inn: Tor Eide")).to_be_visible()
    assert websocket_opens(context, served) is True

    assert served.administrator.end_sessions("tildelt") == 1
    page.goto(f"{served.address}/runde")
    assert page.url.startswith(served.issuer), "ended by the administrator"
