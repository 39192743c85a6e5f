"""Attacks on the log-in, the cookie, the session and the guard; each is refused."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from streamlit.proto.BackMsg_pb2 import BackMsg

from matcher.domain.actor import AccessRole
from matcher.domain.session import Identity, Lasting
from matcher.services.sessions import Sessions
from matcher.storage.access_store import AccessStore, access_at
from matcher.storage.sessions import MOST_SIGN_INS, SIGN_IN_LASTS
from matcher.ui.serve import HEADERS
from tests.security.at_the_doors import (
    ADDRESS,
    INSIDE,
    Browser,
    come_in,
    log_in_at,
    program,
)
from tests.security.hand_made_provider import HandMade, hand_made_provider

COOKIE, BEGUN = "koordinatormatch", "koordinatormatch-inn"
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def one_provider() -> Iterator[HandMade]:
    with hand_made_provider() as provider:
        yield provider


@pytest.fixture
def provider(one_provider: HandMade) -> HandMade:
    """As honest as it was made."""
    fresh = HandMade(key=one_provider.key)
    for name, value in vars(fresh).items():
        if name not in ("issuer", "key"):
            setattr(one_provider, name, value)
    return one_provider


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, as making its tables takes a while."""
    file = tmp_path_factory.mktemp("empty") / "base.db"
    AccessStore.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def database_url(tmp_path: Path, empty_database: Path) -> str:
    return f"sqlite:///{shutil.copy(empty_database, tmp_path / 'base.db')}"


@pytest.fixture
def app(provider: HandMade, database_url: str) -> Starlette:
    return program(log_in_at(provider), database_url)


@pytest.fixture
def browser(app: Starlette) -> Browser:
    return Browser(app)


def is_inside(browser: Browser) -> bool:
    return INSIDE in browser.get("/runde").body


def by_hand(click: bool = True) -> bytes:
    """What Streamlit's page sends when somebody does something, or asks by itself."""
    message = BackMsg()
    message.rerun_script.is_auto_rerun = not click
    message.rerun_script.page_name = "runde"
    written: bytes = message.SerializeToString()
    return written


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


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"iss": "https://en-annen.example"}, "iss"),
        ({"aud": "et-annet-program"}, "aud"),
        ({"aud": ["koordinatormatch", "et-annet"]}, "azp"),
        ({"aud": ["koordinatormatch", "et-annet"], "azp": "et-annet"}, "azp"),
        ({"azp": "et-annet"}, "azp"),
        ({"exp": 1_000_000_000}, "exp"),
        ({"exp": "i morgen"}, "exp"),
        ({"iat": 4_000_000_000}, "iat"),
        ({"nbf": 4_000_000_000}, "nbf"),
        ({"nonce": "et annet"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"sub": ""}, "person"),
        ({"sub": 7}, "sub"),
        ({"sub": "x" * 1000}, "person"),
        ({"sub": "01010750160"}, "national_id"),
        ({"sub": "41010750154"}, "national_id"),
        ({"sub": "01810750126"}, "national_id"),
    ],
    ids=str,
)
def test_a_token_that_says_something_wrong_opens_nothing(
    browser: Browser, provider: HandMade, claims: dict[str, Any], why: str
) -> None:
    provider.claims = claims
    answer = come_in(browser, provider)
    assert answer.status == 403
    assert f"({why})" in answer.body
    assert COOKIE not in browser.cookies
    assert not is_inside(browser)


@pytest.mark.parametrize("missing", ["iss", "aud", "exp", "iat", "nonce", "sub"])
def test_a_token_that_lacks_what_it_must_have_opens_nothing(
    browser: Browser, provider: HandMade, missing: str
) -> None:
    provider.without = (missing,)
    assert come_in(browser, provider).status == 403
    assert not is_inside(browser)


def without_signature(token: str) -> str:
    return token.rpartition(".")[0] + "."


def with_another_body(token: str) -> str:
    head, body, signature = token.split(".")
    return ".".join([head, body[:-4] + body[-4:][::-1], signature])


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_signed_in_a_weaker_way_opens_nothing(
    browser: Browser, provider: HandMade, algorithm: str
) -> None:
    """HS256 here is signed with the provider's public key, which everybody has."""
    provider.header = {"alg": algorithm, "kid": "ours"}
    answer = come_in(browser, provider)
    assert (answer.status, "(signature)" in answer.body) == (403, True)


@pytest.mark.parametrize(
    "forged", [without_signature, with_another_body, lambda _: "a.b.c", lambda _: ""]
)
def test_a_forged_token_opens_nothing(browser: Browser, provider: HandMade, forged: Any) -> None:
    provider.token = forged
    assert come_in(browser, provider).status == 403
    assert not is_inside(browser)


@pytest.mark.parametrize("kid", ["ours", "theirs"])
def test_a_token_signed_with_a_strangers_key_opens_nothing(
    browser: Browser, provider: HandMade, kid: str
) -> None:
    honest, provider.key = provider.key, RSAKey.generate_key(2048, {"kid": kid})
    provider.published = [honest]
    provider.header = {"alg": "RS256", "kid": kid}
    try:
        assert come_in(browser, provider).status == 403
    finally:
        provider.key = honest


def test_a_new_key_of_the_providers_is_found_and_a_flood_of_bad_ones_asks_no_more(
    browser: Browser, provider: HandMade
) -> None:
    assert come_in(browser, provider).status == 303
    asked = provider.keys_asked
    provider.header = {"alg": "RS256", "kid": "ny"}
    for _ in range(5):
        assert come_in(Browser(browser.app), provider).status == 403
    assert provider.keys_asked <= asked + 1


def test_a_provider_that_says_it_is_another_isnt_believed(
    browser: Browser, provider: HandMade
) -> None:
    provider.says_issuer = "https://en-annen.example"
    assert browser.get("/logg-inn").status == 403


def test_a_provider_that_is_down_lets_nobody_in_and_is_told_kindly(database_url: str) -> None:
    gone = HandMade(issuer="http://localhost:9")
    answer = Browser(program(log_in_at(gone), database_url)).get("/logg-inn")
    assert (answer.status, "(unreachable)" in answer.body) == (403, True)


def test_a_level_of_assurance_that_is_too_low_opens_nothing(
    provider: HandMade, database_url: str
) -> None:
    strict = log_in_at(provider, acr_values=("idporten-loa-high",))
    provider.claims = {"acr": "idporten-loa-substantial"}
    assert come_in(Browser(program(strict, database_url)), provider).status == 403
    provider.claims = {"acr": "idporten-loa-high"}
    assert come_in(Browser(program(strict, database_url)), provider).status == 303


def test_nobody_can_claim_to_be_the_machines_operator(
    browser: Browser, provider: HandMade, database_url: str
) -> None:
    provider.claims = {"roles": ["operatør", "leser"]}
    assert come_in(browser, provider).status == 303
    actor = Sessions(database_url).actor(browser.cookies[COOKIE])
    assert actor is not None
    assert actor.roles == {AccessRole.LESER}


@pytest.mark.parametrize(
    "roles", [[], ["sjef"], "sjef", None, {"leser": True}, [["leser"]], [1]], ids=str
)
def test_without_a_role_there_is_no_session(
    browser: Browser, provider: HandMade, roles: object
) -> None:
    provider.claims = {"roles": roles}
    answer = come_in(browser, provider)
    assert (answer.status, "Du har ingen rolle ennå" in answer.body) == (403, True)
    assert browser.cookies == {}


def test_a_name_with_script_in_it_is_shown_as_it_is_written(
    browser: Browser, provider: HandMade
) -> None:
    provider.claims = {"roles": [], "name": "<script>alert(1)</script>", "sub": '"><img src=x>'}
    body = come_in(browser, provider).body
    assert "<script" not in body
    assert "<img" not in body


# The way there and back


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


# The cookie and the session


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


def moved_back(database_url: str, table: str, column: str, by: timedelta) -> None:
    """As if so much time had gone."""
    earlier = (datetime.now(UTC) - by).strftime("%Y-%m-%d %H:%M:%S.000000")
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        base.execute(f"UPDATE {table} SET {column} = ?", (earlier,))


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


# The guard


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
