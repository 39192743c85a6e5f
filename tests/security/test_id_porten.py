"""ID-porten, as Digdir's documents say that it answers: its id_token, acr and logout.

It can't be reached from a test, so the provider made by hand answers as they say it does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from matcher.domain.actor import AccessRole
from matcher.storage.access_store import AccessStore, access_at
from tests.security.at_the_doors import Browser, come_in, log_in_at, program
from tests.security.canaries import found_in
from tests.security.hand_made_provider import HandMade

PID = "47906701517"
"""An invented number of the kind ID-porten's own test has (Tenor: month + 80)."""
ID_PORTEN: dict[str, Any] = {
    "sub": "qD-kwgr3FcGA9zy4M7O_4Dco95Uobipd0RJeHSWypG5BL0VrsSND4Pppa2ZInbDyTGfo0AncdvAbU74gfdQmVe",
    "pid": PID, "acr": "idporten-loa-high", "amr": ["BankID"], "locale": "nb",
    "sid": "dskgZMtxu8DRSyIBTljf9XgqVggBS865o6Rmf74rskQ", "jti": "u8DRSyIBTljf9X",
}  # fmt: skip


@pytest.fixture
def id_porten(provider: HandMade) -> HandMade:
    provider.claims = dict(ID_PORTEN)
    provider.without = ("name", "roles")
    provider.about = {
        "end_session_endpoint": f"{provider.issuer}/logout",
        "frontchannel_logout_supported": True,
        "frontchannel_logout_session_supported": True,
        "authorization_response_iss_parameter_supported": True,
    }
    return provider


@pytest.fixture
def at_id_porten(id_porten: HandMade, database_url: str) -> Browser:
    settings = log_in_at(id_porten, acr_values=("idporten-loa-high",))
    return Browser(program(settings, database_url))


def test_id_porten_is_asked_for_the_level_and_answers_without_name_and_roles(
    at_id_porten: Browser, id_porten: HandMade
) -> None:
    to_provider = at_id_porten.get("/logg-inn")
    asked = parse_qs(urlsplit(to_provider.header("location")).query)
    assert asked["acr_values"] == ["idporten-loa-high"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    issuer = {"iss": id_porten.issuer}
    brought = id_porten.authorize(to_provider.header("location")) | issuer
    answer = at_id_porten.get("/logg-inn/svar", brought)
    assert (answer.status, "Du har ingen rolle ennå" in answer.body) == (403, True)
    assert ID_PORTEN["sub"] in answer.body


def test_who_comes_by_id_porten_keeps_the_name_they_are_given_here(
    at_id_porten: Browser, id_porten: HandMade, database_url: str
) -> None:
    store = AccessStore.open(database_url)
    store.know(ID_PORTEN["sub"], "Kari Nes", who=ID_PORTEN["sub"])
    store.give_role(ID_PORTEN["sub"], AccessRole.LESER, who=ID_PORTEN["sub"])
    for _ in range(2):
        assert come_in(at_id_porten, id_porten).status == 303
    assert [(person.id, person.name) for person in store.people()] == [
        (ID_PORTEN["sub"], "Kari Nes")
    ]
    store.close()


def test_the_national_identity_number_of_id_porten_is_kept_nowhere(
    at_id_porten: Browser, id_porten: HandMade, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        body = come_in(at_id_porten, id_porten).body
        access_at(database_url).know(ID_PORTEN["sub"], "Kari Nes", who=ID_PORTEN["sub"])
        access_at(database_url).give_role(ID_PORTEN["sub"], AccessRole.LESER, who=ID_PORTEN["sub"])
        assert come_in(at_id_porten, id_porten).status == 303
    base = Path(database_url.removeprefix("sqlite:///")).read_bytes().decode("latin-1")
    places = [("side", body), ("logg", caplog.text), ("database", base)]
    assert found_in(iter(places), PID) == []


def test_a_number_in_the_place_of_a_name_lets_nobody_in(
    id_porten: HandMade, database_url: str
) -> None:
    id_porten.claims |= {"name": f"Kari {PID}"}
    id_porten.without = ("roles",)
    browser = Browser(program(log_in_at(id_porten), database_url))
    answer = come_in(browser, id_porten)
    assert (answer.status, "(national_id)" in answer.body) == (403, True)
    assert PID not in answer.body


@pytest.mark.parametrize("acr", ["idporten-loa-low", "idporten-loa-substantial", None, ["x"]])
def test_a_lower_level_than_was_asked_for_is_refused(
    at_id_porten: Browser, id_porten: HandMade, acr: object
) -> None:
    id_porten.claims |= {"acr": acr}
    answer = come_in(at_id_porten, id_porten)
    assert (answer.status, "(acr)" in answer.body) == (403, True)
