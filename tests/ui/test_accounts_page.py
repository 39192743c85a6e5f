"""Brukere: the administrator lets people in, says what they see, and sends them out."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.person import Person
from matcher.domain.session import Account, Identity, Lasting
from matcher.domain.sight import Sight, SightOf
from matcher.services import Services
from matcher.storage.access_store import AccessStore
from tests.ui.pages import parts, press, shown, text

ADA = Person(id="ada", name="Ada Min")


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """An administrator, and Tor who is logged in as a reader."""
    url = f"sqlite:///{tmp_path / 'base.db'}"
    store = AccessStore.open(url)
    store.know("ada", "Ada Min", who="ada")
    store.know("tor", "Tor Eide", who="ada")
    store.give_role("tor", AccessRole.LESER, who="ada")
    store.begin_session(Identity(person="tor", name="Tor Eide"), Lasting())
    store.close()
    roles = frozenset({AccessRole.ADMINISTRATOR})
    return Services(database_url=url).acting_as(Actor(person="ada", name="Ada Min", roles=roles))


def tor(services: Services) -> Account:
    return next(one for one in services.accounts() if one.person == "tor")


def chosen(services: Services, person: str) -> AppTest:
    app = shown("accounts", services, who=ADA)
    next(box for box in app.selectbox if box.key == "account").set_value(person)
    return app.run()


def test_everybody_is_listed_with_roles_sights_and_where_they_are_logged_in(
    services: Services,
) -> None:
    services.give_sight("tor", Sight(of=SightOf.UNIT, which="Helsestasjonen"))
    read = text(shown("accounts", services, who=ADA))
    for word in ("Tor Eide", "tor", "leser", "enhet Helsestasjonen", "Ada Min"):
        assert word in read


def test_a_role_is_given_and_taken_by_a_click(services: Services) -> None:
    app = chosen(services, "tor")
    next(box for box in app.checkbox if box.label == "saksbehandler").check()
    app.run()
    assert tor(services).roles == ("leser", "saksbehandler")
    app = chosen(services, "tor")
    next(box for box in app.checkbox if box.label == "leser").uncheck()
    app.run()
    assert tor(services).roles == ("saksbehandler",)


def test_sight_of_a_unit_is_given_by_its_name_and_taken_away(services: Services) -> None:
    app = chosen(services, "tor")
    next(box for box in app.selectbox if box.label == "Gi innsyn i").set_value(SightOf.UNIT)
    field = next(f for f in app.text_input if f.label.startswith("Hvilken enhet"))
    field.set_value("Helsestasjonen")
    press(app, "Gi innsyn")
    assert tor(services).sights == (Sight(of=SightOf.UNIT, which="Helsestasjonen"),)
    app = chosen(services, "tor")
    next(b for b in app.button if b.key == "take tor enhet Helsestasjonen").click()
    app.run()
    assert tor(services).sights == ()


def test_a_unit_without_a_name_is_asked_for_again(services: Services) -> None:
    app = chosen(services, "tor")
    next(box for box in app.selectbox if box.label == "Gi innsyn i").set_value(SightOf.UNIT)
    assert "Skriv hvilken enhet" in text(press(app, "Gi innsyn"))
    assert tor(services).sights == ()


def test_the_named_readers_of_blocked_places_are_told_by_name(services: Services) -> None:
    assert "sperret adresse er: ingen" in text(shown("accounts", services, who=ADA))
    services.give_sight("tor", Sight(of=SightOf.PLACES))
    assert "sperret adresse er: Tor Eide" in text(shown("accounts", services, who=ADA))


def test_somebody_is_logged_out_everywhere(services: Services) -> None:
    assert tor(services).sessions == 1
    app = press(chosen(services, "tor"), "Logg ut overalt")
    assert tor(services).sessions == 0
    assert "Logget ut ett sted." in text(app)


def test_who_has_left_is_out_and_can_be_back(services: Services) -> None:
    press(chosen(services, "tor"), "Har sluttet")
    assert (tor(services).is_active, tor(services).sessions) == (False, 0)
    press(chosen(services, "tor"), "Er tilbake")
    assert tor(services).is_active


def test_the_administrator_cant_change_their_own_roles_or_leave(services: Services) -> None:
    app = chosen(services, "ada")
    assert list(app.checkbox) == []
    assert "Har sluttet" not in {button.label for button in app.button}


def test_somebody_new_is_let_in_with_a_role(services: Services) -> None:
    app = shown("accounts", services, who=ADA)
    fields = {field.label: field for field in app.text_input}
    fields["Id fra innloggingen"].set_value("ny-1")
    fields["Navn"].set_value("Nora Ny")
    press(app, "Legg til")
    assert [(a.person, a.name, a.roles) for a in services.accounts() if a.person == "ny-1"] == [
        ("ny-1", "Nora Ny", ("leser",))
    ]


def test_a_name_with_html_in_it_is_shown_as_it_is_written(services: Services) -> None:
    services.give_role("x", AccessRole.LESER, name="<script>alert(1)</script>")
    app = shown("accounts", services, who=ADA)
    assert not any("<script>" in part.proto.body for part in parts(app, "html"))
