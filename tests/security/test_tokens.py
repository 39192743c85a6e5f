"""Attacks on what a provider says of somebody; each is refused."""

from __future__ import annotations

from typing import Any

import pytest
from joserfc.jwk import RSAKey

from matcher.domain.actor import AccessRole
from matcher.services.sessions import Sessions
from tests.security.at_the_doors import (
    COOKIE,
    Browser,
    come_in,
    is_inside,
    log_in_at,
    program,
)
from tests.security.hand_made_provider import HandMade


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
