"""Attacks on the guard before every page, file and websocket message; each is refused."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from matcher.domain.actor import AccessRole
from matcher.domain.session import Identity, Lasting
from matcher.services.sessions import Sessions
from matcher.storage.access_store import access_at
from matcher.ui.serve import HEADERS
from tests.security.at_the_doors import (
    ADDRESS,
    INSIDE,
    Browser,
    by_hand,
    come_in,
    is_inside,
    log_in_at,
    program,
)
from tests.security.hand_made_provider import HandMade


@pytest.mark.parametrize("path", ["/", "/runde", "/media/fil.xlsx", "/finnes-ikke", "/static/a.js"])
def test_nothing_is_shown_without_a_session(browser: Browser, path: str) -> None:
    assert browser.get(path).status == 303
    assert browser.ask("GET", path, None, {}).status == 401


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_file_is_taken_without_a_session(browser: Browser, method: str) -> None:
    assert browser.post("/_stcore/upload_file/a/b", method).status == 401


@pytest.mark.parametrize(
    "headers", [{"origin": "https://ond.example"}, {"origin": "null"}, {"origin": ""}], ids=str
)
def test_another_sites_page_cant_open_the_websocket_with_our_cookie(
    browser: Browser, provider: HandMade, headers: dict[str, str]
) -> None:
    come_in(browser, provider)
    assert browser.talk([by_hand()], **headers)[0]["type"] == "websocket.close"


def test_the_websocket_works_for_who_is_logged_in_and_is_closed_for_others(
    browser: Browser, provider: HandMade
) -> None:
    assert [m["type"] for m in browser.talk([by_hand()])] == ["websocket.close"]
    come_in(browser, provider)
    assert [m["type"] for m in browser.talk([by_hand()])] == ["websocket.accept", "websocket.send"]


@pytest.mark.parametrize(
    "message", [by_hand(), by_hand(click=False), b"tull"], ids=["click", "auto", "tull"]
)
def test_an_open_websocket_is_closed_when_the_session_ends(
    browser: Browser, provider: HandMade, message: bytes
) -> None:
    come_in(browser, provider)
    other = Browser(browser.app, dict(browser.cookies))
    told = browser.talk([message], between=lambda: in_thread(lambda: other.post("/logg-ut")))
    assert [m["type"] for m in told] == ["websocket.accept", "websocket.close"]
    assert told[-1]["code"] == 4401


def in_thread(work: Any) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/auth/login",
        "/oauth2callback",
        "/_stcore/script-health-check",
    ],
)
def test_what_streamlit_would_tell_anybody_is_closed_also_for_those_who_are_in(
    browser: Browser, provider: HandMade, path: str
) -> None:
    come_in(browser, provider)
    assert browser.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/logg-inn/../runde",
        "//runde",
        "/./runde",
        "/logg-inn/svar/../../runde",
        "/RUNDE",
        "/runde/",
        "/_stcore/health/../../runde",
    ],
)
def test_no_crooked_path_leads_around_the_guard(browser: Browser, path: str) -> None:
    answer = browser.ask("GET", path, None, {})
    assert INSIDE not in answer.body
    assert answer.status in (401, 404)


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "OPTIONS", "HEAD", "PATCH"])
def test_an_unusual_method_shows_nothing(browser: Browser, method: str) -> None:
    answer = browser.ask(method, "/runde", None, {"origin": ADDRESS})
    assert INSIDE not in answer.body


def test_when_the_database_is_gone_nobody_comes_in(provider: HandMade, tmp_path: Path) -> None:
    base = tmp_path / "base.db"
    browser = Browser(program(log_in_at(provider), f"sqlite:///{base}"))
    come_in(browser, provider)
    access_at(f"sqlite:///{base}").close()
    for file in tmp_path.glob("base.db*"):
        file.write_bytes(b"ikke en database" * 500)
    assert browser.get("/runde").status == 503
    assert browser.talk([by_hand()])[0]["type"] == "websocket.close"


def test_the_pages_of_the_doors_carry_the_strict_headers_and_are_kept_nowhere(
    browser: Browser, provider: HandMade
) -> None:
    for answer in (
        browser.get("/logg-inn"),
        browser.get("/logg-inn/svar"),
        browser.get("/logg-ut"),
    ):
        told = {key.title(): value for key, value in answer.headers}
        assert {name: told.get(name.title()) for name in HEADERS} == HEADERS
    assert browser.get("/logg-ut").header("cache-control") == "no-store"
    assert come_in(browser, provider).header("cache-control") == "no-store"


def test_the_pages_of_the_doors_hold_no_script(browser: Browser) -> None:
    for path in ("/logg-inn/svar", "/logg-ut"):
        assert "<script" not in browser.get(path).body


def test_a_session_is_worth_nothing_in_another_database(
    browser: Browser, provider: HandMade, tmp_path: Path
) -> None:
    come_in(browser, provider)
    other = program(log_in_at(provider), f"sqlite:///{tmp_path / 'annen.db'}")
    assert not is_inside(Browser(other, dict(browser.cookies)))


def test_a_session_of_somebody_who_lost_every_role_is_nobodys(database_url: str) -> None:
    sessions = Sessions(database_url, Lasting())
    token = sessions.begin(
        Identity(person="kari", name="Kari", roles=frozenset({AccessRole.LESER}))
    )
    assert sessions.actor(token) is not None
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        base.execute("UPDATE sessions SET claimed_roles = ''")
    assert sessions.actor(token) is None
