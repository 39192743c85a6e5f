"""Attacks on the way to the provider and back; each is refused."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from starlette.applications import Starlette

from matcher.storage.sessions import MOST_SIGN_INS, SIGN_IN_LASTS
from tests.security.at_the_doors import (
    MINUTE,
    Browser,
    is_inside,
    log_in_at,
    moved_back,
    program,
)
from tests.security.hand_made_provider import HandMade


def test_a_page_with_a_hyphen_in_its_name_is_found_again_after_the_log_in(
    browser: Browser, provider: HandMade
) -> None:
    to_provider = browser.get("/logg-inn", {"til": "hva-hvis"})
    back = browser.get("/logg-inn/svar", provider.authorize(to_provider.header("location")))
    assert back.header("location") == "/hva-hvis"


def test_an_honest_log_in_leads_to_the_page_that_was_asked_for(
    browser: Browser, provider: HandMade
) -> None:
    asked = browser.get("/runde")
    assert (asked.status, asked.header("location")) == (303, "/logg-inn?til=runde")
    to_provider = browser.get("/logg-inn", {"til": "runde"})
    back = browser.get("/logg-inn/svar", provider.authorize(to_provider.header("location")))
    assert (back.status, back.header("location")) == (303, "/runde")
    assert is_inside(browser)


@pytest.mark.parametrize("state", ["", "en annen", "é"])
def test_an_answer_with_another_state_is_refused(
    browser: Browser, provider: HandMade, state: str
) -> None:
    answer = provider.authorize(browser.get("/logg-inn").header("location"))
    assert browser.get("/logg-inn/svar", answer | {"state": state}).status == 403


def test_an_answer_that_no_browser_began_is_refused(browser: Browser, provider: HandMade) -> None:
    answer = provider.authorize(browser.get("/logg-inn").header("location"))
    browser.cookies.clear()
    assert browser.get("/logg-inn/svar", answer).status == 403


def test_nobody_is_logged_in_as_another_by_a_link(app: Starlette, provider: HandMade) -> None:
    """Log-in CSRF: the attacker's answer in the victim's browser."""
    attacker, victim = Browser(app), Browser(app)
    answer = provider.authorize(attacker.get("/logg-inn").header("location"))
    victim.get("/logg-inn")
    assert victim.get("/logg-inn/svar", answer).status == 403
    assert not is_inside(victim)


def test_a_stolen_code_is_worth_nothing_in_another_log_in(
    app: Starlette, provider: HandMade
) -> None:
    """PKCE: the code is bound to the secret of the browser that began."""
    victim, attacker = Browser(app), Browser(app)
    stolen = provider.authorize(victim.get("/logg-inn").header("location"))["code"]
    own = provider.authorize(attacker.get("/logg-inn").header("location"))
    answer = attacker.get("/logg-inn/svar", own | {"code": stolen})
    assert (answer.status, "(code)" in answer.body) == (403, True)


def test_an_answer_is_used_once(browser: Browser, provider: HandMade) -> None:
    to_provider = browser.get("/logg-inn")
    begun = dict(browser.cookies)
    answer = provider.authorize(to_provider.header("location"))
    assert browser.get("/logg-inn/svar", answer).status == 303
    again = Browser(browser.app, begun)
    assert again.get("/logg-inn/svar", answer).status == 403


def test_two_who_bring_the_same_answer_at_once_dont_both_get_in(
    app: Starlette, provider: HandMade
) -> None:
    first = Browser(app)
    answer = provider.authorize(first.get("/logg-inn").header("location"))
    statuses: list[int] = []
    twins = [Browser(app, dict(first.cookies)) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda b=b: statuses.append(b.get("/logg-inn/svar", answer).status))
        for b in twins
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303, 403, 403, 403]


def test_an_answer_from_another_issuer_is_refused(browser: Browser, provider: HandMade) -> None:
    answer = provider.authorize(browser.get("/logg-inn").header("location"))
    mixed = browser.get("/logg-inn/svar", answer | {"iss": "https://en-annen.example"})
    assert (mixed.status, "(iss)" in mixed.body) == (403, True)


def test_what_a_provider_says_went_wrong_is_not_repeated(
    browser: Browser, provider: HandMade
) -> None:
    answer = provider.authorize(browser.get("/logg-inn").header("location"))
    told = {"error": "<b>nei</b>", "error_description": "01010750160"}
    page = browser.get("/logg-inn/svar", answer | told)
    assert page.status == 403
    assert "nei</b>" not in page.body
    assert "01010750160" not in page.body


def test_a_log_in_that_took_too_long_is_begun_anew(provider: HandMade, database_url: str) -> None:
    browser = Browser(program(log_in_at(provider), database_url))
    answer = provider.authorize(browser.get("/logg-inn").header("location"))
    moved_back(database_url, "sign_ins", "began_at", SIGN_IN_LASTS + MINUTE)
    assert browser.get("/logg-inn/svar", answer).status == 403


def test_a_flood_of_log_ins_is_stopped_before_it_fills_the_disk(
    browser: Browser, database_url: str
) -> None:
    browser.get("/logg-inn")
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        base.executemany(
            "INSERT INTO sign_ins SELECT ?, state, nonce, verifier, goes_to, began_at "
            "FROM sign_ins WHERE length(cookie_sha256) = 64",
            [(str(number),) for number in range(MOST_SIGN_INS)],
        )
    assert browser.get("/logg-inn").status == 503


@pytest.mark.parametrize(
    "goes_to",
    [
        "https://ond.example",
        "//ond.example",
        "/\\ond.example",
        "javascript:alert(1)",
        "..",
        "%2f%2fond",
        "a b",
    ],
)
def test_the_log_in_sends_nobody_elsewhere(
    browser: Browser, provider: HandMade, goes_to: str
) -> None:
    to_provider = browser.get("/logg-inn", {"til": goes_to})
    back = browser.get("/logg-inn/svar", provider.authorize(to_provider.header("location")))
    assert back.header("location") == "/"


def test_the_answer_goes_to_the_address_that_was_set_up_whatever_host_is_named(
    browser: Browser,
) -> None:
    assert browser.get("/logg-inn", host="ond.example").status == 400
    sent_to = browser.get("/logg-inn", x_forwarded_host="ond.example", forwarded="host=ond.example")
    assert "ond.example" not in sent_to.header("location")
    assert "redirect_uri=http%3A%2F%2Flocalhost%3A8501%2Flogg-inn%2Fsvar" in sent_to.header(
        "location"
    )
