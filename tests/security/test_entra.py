"""Entra ID, as its own documents say that it answers.

Microsoft identity platform: ID token claims, group overage, signing key rollover, OpenID Connect
sign-out. It can't be reached from a test, so the provider made by hand answers as they say it does.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import RSAKey

from matcher.domain.actor import AccessRole
from matcher.services.sessions import Sessions
from matcher.storage.access_store import access_at
from matcher.ui.doors import provider as talk
from matcher.ui.doors.provider import Provider
from tests.security.at_the_doors import ADDRESS, COOKIE, Browser, come_in, log_in_at, program
from tests.security.hand_made_provider import CLIENT, HandMade

TENANT = "833ced3d-cb2e-41de-92f1-29e2af035ddc"
OID = "cb7eda1b-d09a-40ae-b8bb-37836ebc6abd"
ENTRA: dict[str, Any] = {
    "ver": "2.0", "tid": TENANT, "oid": OID, "sub": "3OBtLXUC2ZrN_ADLNjW9X4o0lcd61py7lgHw3Skh77s",
    "name": "Kari Nes", "preferred_username": "kari.nes@kommune.example", "roles": ["leser"],
    "uti": "QeYqvB7VskqfCqwVvCoBAA", "rh": "0.AXo.", "nbf": 1_700_000_000, "aio": "AVQAq/8TAAAA",
    "sid": "0015bbcf-2c1b-4a45-a52d-8a3e0f5a7e0c",
}  # fmt: skip
"""The claims of version 2.0, with the optional ``sid`` that front-channel log-out needs."""


@pytest.fixture
def entra(provider: HandMade) -> Iterator[HandMade]:
    """A tenant of Entra ID: its issuer has a path, and its keys name no algorithm."""
    root = provider.issuer
    provider.issuer = f"{root}/{TENANT}/v2.0"
    provider.claims = dict(ENTRA)
    provider.header |= {"typ": "JWT"}
    provider.beside_key = {"use": "sig", "x5t": "ours", "issuer": provider.issuer}
    provider.about = {
        "end_session_endpoint": f"{root}/{TENANT}/oauth2/v2.0/logout",
        "frontchannel_logout_supported": True,
        "http_logout_supported": True,
    }
    yield provider
    provider.issuer = root


@pytest.fixture
def at_entra(entra: HandMade, database_url: str) -> Browser:
    settings = log_in_at(entra, person_claim="oid")
    return Browser(program(settings, database_url))


def test_entra_lets_in_by_the_object_id_with_its_app_roles(
    at_entra: Browser, entra: HandMade, database_url: str
) -> None:
    assert come_in(at_entra, entra).status == 303
    actor = Sessions(database_url).actor(at_entra.cookies[COOKIE])
    assert actor is not None
    assert (actor.person, actor.name, actor.roles) == (
        OID,
        "Kari Nes",
        frozenset({AccessRole.LESER}),
    )


def test_entra_sends_group_ids_that_can_be_given_our_names(
    entra: HandMade, database_url: str
) -> None:
    group = "0760b6cf-170e-4a14-91b3-4b78e0739963"
    entra.claims |= {"groups": [group, "3b2b0c93-acd8-4208-8eba-7a48db1cd4c0"]}
    names = {group: AccessRole.SAKSBEHANDLER}
    browser = Browser(
        program(log_in_at(entra, roles_claim="groups", role_names=names), database_url)
    )
    assert come_in(browser, entra).status == 303
    actor = Sessions(database_url).actor(browser.cookies[COOKIE])
    assert actor is not None
    assert actor.roles == {AccessRole.SAKSBEHANDLER}


def test_somebody_in_too_many_groups_for_entra_is_refused_and_told_why(
    entra: HandMade, database_url: str
) -> None:
    """Over 200 groups Entra sends a reference in place of them; nobody is let in by a guess."""
    entra.claims |= {
        "_claim_names": {"groups": "src1"},
        "_claim_sources": {"src1": {"endpoint": "https://graph.example/getMemberObjects"}},
    }
    browser = Browser(program(log_in_at(entra, roles_claim="groups"), database_url))
    answer = come_in(browser, entra)
    assert answer.status == 403
    assert "med i for mange" in answer.body
    assert "graph.example" not in answer.body
    assert COOKIE not in browser.cookies


def test_without_the_too_many_groups_the_page_says_nothing_of_groups(
    at_entra: Browser, entra: HandMade
) -> None:
    entra.claims |= {"roles": []}
    assert "med i for mange" not in come_in(at_entra, entra).body


def test_another_tenant_of_entra_is_not_ours(at_entra: Browser, entra: HandMade) -> None:
    entra.claims |= {"iss": entra.issuer.replace(TENANT, "9" * 8)}
    answer = come_in(at_entra, entra)
    assert (answer.status, "(iss)" in answer.body) == (403, True)


def test_the_issuer_of_every_tenant_is_no_issuer(at_entra: Browser, entra: HandMade) -> None:
    """At ``common`` Entra tells an issuer with ``{tenantid}`` in it, which is nobody's."""
    entra.says_issuer = entra.issuer.replace(TENANT, "{tenantid}")
    assert at_entra.get("/logg-inn").status == 403


def test_new_keys_are_found_when_the_provider_begins_to_use_them(
    entra: HandMade, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both keys are published for a while, then the old one is gone (signing key rollover)."""
    app = program(log_in_at(entra), database_url)
    assert come_in(Browser(app), entra).status == 303
    monkeypatch.setattr(talk, "KEYS_ASKED_AGAIN_S", 0)
    old, new = entra.key, RSAKey.generate_key(2048, {"kid": "theirs"})
    try:
        entra.published = [old, new]
        assert come_in(Browser(app), entra).status == 303
        entra.key, entra.header = new, {"alg": "RS256", "kid": "theirs"}
        assert come_in(Browser(app), entra).status == 303
        entra.published = [new]
        entra.key, entra.header = old, {"alg": "RS256", "kid": "ours"}
        app = program(log_in_at(entra), database_url)
        assert come_in(Browser(app), entra).status == 403, "what is taken back, opens nothing"
    finally:
        entra.key = old


def test_leaving_leads_to_the_providers_own_way_out_and_back_and_tells_nothing_of_who(
    at_entra: Browser, entra: HandMade
) -> None:
    come_in(at_entra, entra)
    (there,) = re.findall(r'href="(http[^"]+)"', at_entra.post("/logg-ut").body)
    address = unescape(there)
    asked = parse_qs(urlsplit(address).query)
    assert address.startswith(entra.about["end_session_endpoint"])
    assert asked == {
        "client_id": [CLIENT],
        "post_logout_redirect_uri": [f"{ADDRESS}/logg-inn/slutt"],
    }
    assert at_entra.get("/logg-inn/slutt").status == 200


def from_the_log_in(browser: Browser, **asked: str) -> int:
    """As the provider's own page asks, in a frame: without any cookie of ours."""
    return Browser(browser.app).get("/logg-ut/fra-innloggingen", asked).status


def test_who_logs_out_of_the_provider_is_logged_out_here(
    at_entra: Browser, entra: HandMade, database_url: str
) -> None:
    come_in(at_entra, entra)
    other = Browser(at_entra.app)
    entra.claims |= {"sid": "en-annen-okt-hos-dem"}
    come_in(other, entra)
    assert from_the_log_in(at_entra, iss=entra.issuer, sid=ENTRA["sid"]) == 200
    assert at_entra.get("/runde").status == 303, "logged out"
    assert other.get("/runde").status == 200, "another session of the same person goes on"
    told = [line.what for line in access_at(database_url).history(who=OID)]
    assert told.count("logget ut") == 1
    assert access_at(database_url).verify_history() == ()


def test_nobody_is_logged_out_by_a_guess(at_entra: Browser, entra: HandMade) -> None:
    come_in(at_entra, entra)
    assert from_the_log_in(at_entra, iss=entra.issuer, sid="gjettet") == 200
    assert from_the_log_in(at_entra, iss="https://ond.example", sid=ENTRA["sid"]) == 400
    assert from_the_log_in(at_entra, iss=entra.issuer) == 400
    assert from_the_log_in(at_entra, sid=ENTRA["sid"]) == 400
    assert at_entra.get("/runde").status == 200


def test_what_says_when_a_session_there_ends_is_kept_as_a_fingerprint_alone(
    at_entra: Browser, entra: HandMade, database_url: str
) -> None:
    come_in(at_entra, entra)
    base = Path(database_url.removeprefix("sqlite:///")).read_bytes()
    assert ENTRA["sid"].encode() not in base


def test_the_provider_answers_for_many_at_once_with_one_question_for_its_keys(
    entra: HandMade,
) -> None:
    asked = Provider(log_in_at(entra))

    async def all_at_once() -> list[str]:
        sign_ins = [asked.new_sign_in("/") for _ in range(2)]
        addresses = [await asked.address(one) for one in sign_ins]
        answers = [entra.authorize(address) for address in addresses]
        told = [await asked.identity(o, a) for o, a in zip(sign_ins, answers, strict=True)]
        return [identity.person for identity in told]

    before = entra.keys_asked
    assert asyncio.run(all_at_once()) == [ENTRA["sub"]] * 2
    assert entra.keys_asked == before + 1
