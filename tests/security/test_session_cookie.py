"""Attacks on the cookie and the session; each is refused."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from matcher.domain.actor import AccessRole
from matcher.storage.access_store import AccessStore, access_at
from tests.security.at_the_doors import (
    BEGUN,
    COOKIE,
    Browser,
    by_hand,
    come_in,
    is_inside,
    log_in_at,
    moved_back,
    program,
)
from tests.security.hand_made_provider import HandMade


def test_the_cookies_are_random_and_kept_from_scripts_other_sites_and_plain_http(
    browser: Browser, provider: HandMade
) -> None:
    begun = browser.get("/logg-inn")
    back = browser.get("/logg-inn/svar", provider.authorize(begun.header("location")))
    for answer, name in ((begun, BEGUN), (back, COOKIE)):
        morsel = answer.cookies[name]
        assert (morsel["httponly"], morsel["secure"], morsel["samesite"]) == (True, True, "lax")
        assert (morsel["path"], morsel["domain"], len(morsel.value)) == ("/", "", 43)
    assert back.cookies[COOKIE]["max-age"] == "", "it ends with the browser"


def test_over_https_no_other_host_can_set_the_cookie(provider: HandMade, database_url: str) -> None:
    log_in = log_in_at(provider, public_url="https://match.example")
    answer = Browser(program(log_in, database_url)).get("/logg-inn", host="match.example")
    assert list(answer.cookies) == [f"__Host-{BEGUN}"]
    assert answer.header("strict-transport-security").startswith("max-age=31536000")


@pytest.mark.parametrize(
    "token", ["", "gjett", "a" * 43, "a" * 5000, "' OR 1=1 --", "\x00", "æ", "a; a=b", '"']
)
def test_a_guessed_cookie_opens_nothing(browser: Browser, provider: HandMade, token: str) -> None:
    come_in(Browser(browser.app), provider)
    browser.cookies[COOKIE] = token
    assert not is_inside(browser)
    assert browser.talk([by_hand()])[0]["type"] == "websocket.close"


def test_two_cookies_of_the_same_name_are_none(browser: Browser, provider: HandMade) -> None:
    """Another host of the same domain may have thrown one in."""
    come_in(browser, provider)
    own = browser.cookies.pop(COOKIE)
    answer = browser.get("/runde", cookie=f"{COOKIE}={own}; {COOKIE}={own}")
    assert answer.status == 303


def test_a_token_from_before_the_log_in_is_not_the_one_after(
    browser: Browser, provider: HandMade
) -> None:
    """Session fixation."""
    come_in(browser, provider)
    planted = browser.cookies[COOKIE]
    come_in(browser, provider)
    assert browser.cookies[COOKIE] != planted
    assert not is_inside(Browser(browser.app, {COOKIE: planted})), "and the old one has ended"


def test_the_database_holds_no_token_that_opens_anything(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    browser.get("/logg-inn")
    begun = browser.cookies[BEGUN]
    come_in(browser, provider)
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        dump = "\n".join(base.iterdump())
    assert browser.cookies[COOKIE] not in dump
    assert begun not in dump


def test_logging_out_ends_the_session_on_the_server(browser: Browser, provider: HandMade) -> None:
    come_in(browser, provider)
    copied = Browser(browser.app, dict(browser.cookies))
    assert is_inside(copied)
    assert browser.post("/logg-ut").status == 200
    assert COOKIE not in browser.cookies
    assert not is_inside(copied)
    assert copied.talk([by_hand()])[0]["type"] == "websocket.close"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://ond.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8501.ond.example"},
        {"origin": "http://localhost"},
        {"origin": "null", "sec_fetch_site": "cross-site"},
        {"origin": "null", "sec_fetch_site": "same-site"},
    ],
    ids=str,
)
def test_another_site_can_neither_log_anybody_out_nor_send_a_file(
    browser: Browser, provider: HandMade, headers: dict[str, str]
) -> None:
    come_in(browser, provider)
    assert browser.post("/logg-ut", **headers).status == 403
    assert browser.post("/_stcore/upload_file/a/b", "PUT", **headers).status == 403
    assert is_inside(browser)


def test_a_link_alone_logs_nobody_out(browser: Browser, provider: HandMade) -> None:
    come_in(browser, provider)
    assert browser.get("/logg-ut").status == 200
    assert is_inside(browser)


@pytest.mark.parametrize(
    ("column", "still"), [("seen_at", timedelta(minutes=29)), ("began_at", timedelta(hours=7))]
)
@pytest.mark.parametrize("more", [timedelta(0), timedelta(hours=1, minutes=2)])
def test_a_session_ends_when_nobody_does_anything_and_when_the_day_is_over(
    browser: Browser,
    provider: HandMade,
    database_url: str,
    column: str,
    still: timedelta,
    more: timedelta,
) -> None:
    come_in(browser, provider)
    moved_back(database_url, "sessions", column, still + more)
    assert is_inside(browser) == (not more)


def test_a_page_that_repeats_itself_keeps_no_session_alive(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    come_in(browser, provider)
    moved_back(database_url, "sessions", "seen_at", timedelta(minutes=20))
    before = seen_at(database_url)
    browser.talk([by_hand(click=False)] * 3)
    assert seen_at(database_url) == before
    browser.talk([by_hand()])
    assert seen_at(database_url) > before


def seen_at(database_url: str) -> str:
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        return str(base.execute("SELECT seen_at FROM sessions").fetchone()[0])


def test_an_administrator_ends_every_session_of_a_person(
    app: Starlette, provider: HandMade, database_url: str
) -> None:
    places = [Browser(app), Browser(app)]
    for place in places:
        come_in(place, provider)
    store = access_at(database_url)
    store.know("admin", "Ada Min", who="kari")
    assert store.end_sessions("kari", who="admin") == 2
    assert [is_inside(place) for place in places] == [False, False]


def test_who_has_left_is_out_at_once_and_cant_come_in_again(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    come_in(browser, provider)
    store = access_at(database_url)
    person = store.people()[0]
    store.save_person(person.model_copy(update={"is_active": False}), who="kari")
    assert not is_inside(browser)
    assert come_in(browser, provider).status == 403


def test_a_role_that_is_taken_is_gone_from_the_session_at_once(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    provider.claims = {"roles": []}
    store = AccessStore.open(database_url)
    store.know("kari", "Kari Nes", who="kari")
    store.give_role("kari", AccessRole.LESER, who="kari")
    assert come_in(browser, provider).status == 303
    store.take_role("kari", AccessRole.LESER, who="kari")
    assert not is_inside(browser)


def test_a_log_in_and_a_log_out_stand_in_the_history_which_is_whole(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    come_in(browser, provider)
    browser.post("/logg-ut")
    store = access_at(database_url)
    told = [line.what for line in store.history(who="kari")]
    assert told == ["logget ut", "logget inn", "skrev person"]
    assert store.verify_history() == ()
