"""Where a blocked address is, is shown to named people alone, and each reading is written."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.domain.actor import GIVEN_ROLES, AccessRole, Actor
from matcher.domain.history import DeletionGround, Happening
from matcher.domain.person import Person
from matcher.domain.sight import Sight, SightOf
from matcher.exchange.imported import Imported
from matcher.services import NotAllowed, NotKept, RoundRequest, SealedOff, Services
from matcher.storage.place_seal import keys_in, sealed, unsealed
from matcher.ui.state import Run, Session
from tests.security.canaries import AREA, ON, TONGUE, WORDS, found_in, raw_workbook
from tests.ui.pages import press, shown, text

NAMED = Sight(of=SightOf.PLACES)
ALL = Sight(of=SightOf.ALL)


def new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "steder.key"
    file.write_text(new_key() + "\n", encoding="ascii")
    monkeypatch.setenv("MATCHER_PLACES_KEY_FILE", str(file))
    return file


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    return Services().import_path(raw_workbook(tmp_path), ON)


@pytest.fixture
def services(tmp_path: Path, imported: Imported) -> Iterator[Services]:
    """The cases are kept, and Kari is known."""
    services = Services(database_url=f"sqlite:///{tmp_path / 'base.db'}")
    services.enter("Kari")
    services.store.save_roster(imported.roster, who="kari")
    yield services
    services.store.close()


def reader(services: Services, *sights: Sight, role: AccessRole = AccessRole.LESER) -> Services:
    roles = frozenset({role})
    return services.acting_as(
        Actor(person="kari", name="Kari", roles=roles, sights=frozenset(sights))
    )


def test_a_named_person_sees_the_place_and_each_reading_is_written(
    services: Services, imported: Imported, key_file: Path
) -> None:
    assert services.keep_places(imported.places, who="kari") == 1
    named = reader(services, ALL, NAMED)
    for _ in range(2):
        place = named.blocked_place("S-1", who="kari")
        assert place is not None
        assert (place.area, TONGUE in place.languages) == (AREA, True)
    seen = [line for line in services.history(who="kari") if line.what == Happening.SAW_PLACE]
    assert [(line.who, line.case) for line in seen] == [("Kari", "S-1")] * 2


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_no_role_alone_opens_it_nor_the_machine_itself(
    services: Services, imported: Imported, key_file: Path, role: AccessRole
) -> None:
    services.keep_places(imported.places, who="kari")
    for asks in (reader(services, ALL, role=role), services):
        assert not asks.may("blocked_place")
        with pytest.raises(NotAllowed, match="navngitt"):
            asks.blocked_place("S-1", who="kari")
    assert Happening.SAW_PLACE not in {line.what for line in services.history(who="kari")}


def test_being_named_opens_no_case_that_is_not_theirs_to_see(
    services: Services, imported: Imported, key_file: Path
) -> None:
    services.keep_places(imported.places, who="kari")
    with pytest.raises(NotAllowed, match="ikke blant dem du ser"):
        reader(services, NAMED).blocked_place("S-1", who="kari")


def test_nothing_of_it_can_be_read_in_the_database_or_the_history(
    services: Services, imported: Imported, key_file: Path, tmp_path: Path
) -> None:
    services.keep_places(imported.places, who="kari")
    reader(services, ALL, NAMED).blocked_place("S-1", who="kari")
    files = [*tmp_path.glob("base.db*")]
    assert files
    raw = iter((file.name, file.read_bytes().decode("latin-1")) for file in files)
    assert found_in(raw, AREA, WORDS, TONGUE) == []
    assert found_in(iter([("historikk", str(services.history(who="kari")))]), AREA, WORDS) == []


def test_without_a_key_no_place_is_kept(services: Services, imported: Imported) -> None:
    assert imported.places
    assert not services.seals_places()
    with pytest.raises(SealedOff, match="ikke satt opp noen nøkkel"):
        services.keep_places(imported.places, who="kari")
    with pytest.raises(SealedOff, match="ikke satt opp noen nøkkel"):
        reader(services, ALL, NAMED).blocked_place("S-1", who="kari")


def test_a_deleted_case_takes_its_place_along(
    services: Services, imported: Imported, key_file: Path
) -> None:
    services.keep_places(imported.places, who="kari")
    services.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="kari")
    with pytest.raises(NotKept):
        services.acting_as(
            Actor(person="kari", name="Kari", sights=frozenset({ALL, NAMED}),
                  roles=frozenset({AccessRole.KE_ANSVARLIG}))
        ).blocked_place("S-1", who="kari")  # fmt: skip


def test_what_was_imported_does_not_tell_the_place_when_it_is_printed(imported: Imported) -> None:
    told = iter([("import", repr(imported) + repr(imported.places))])
    assert found_in(told, AREA, WORDS) == []


def test_a_seal_opens_for_its_own_case_and_key_alone(tmp_path: Path) -> None:
    file = tmp_path / "n.key"
    old, new = new_key(), new_key()
    file.write_text(old, encoding="ascii")
    text = sealed("Kvitbrakkvika", "S-1", keys_in(file))
    assert unsealed(text, "S-1", keys_in(file)) == "Kvitbrakkvika"
    with pytest.raises(SealedOff):
        unsealed(text, "S-2", keys_in(file))
    file.write_text(f"{new}\n{old}\n", encoding="ascii")
    assert unsealed(text, "S-1", keys_in(file)) == "Kvitbrakkvika", "a changed key opens the old"
    file.write_text(new, encoding="ascii")
    with pytest.raises(SealedOff):
        unsealed(text, "S-1", keys_in(file))


@pytest.mark.parametrize(
    "content", ["", "kort", "ikke base64 ÆØÅ", base64.b64encode(b"x").decode()]
)
def test_a_key_that_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "n.key"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SealedOff, match="Nøkkelfila"):
        keys_in(file)
    with pytest.raises(SealedOff):
        keys_in(tmp_path / "finnes-ikke")


def test_the_page_of_a_case_shows_it_to_a_named_person_when_asked_and_to_nobody_else(
    services: Services, imported: Imported, key_file: Path
) -> None:
    services.keep_places(imported.places, who="kari")
    kari = Person(id="kari", name="Kari")
    plan = services.run_round(RoundRequest(imported.roster, services.profile("farsund")))
    session = Session(profile=services.profile("farsund"), on=ON)
    session.run = Run(plan, imported.roster, session.profile, "inn.xlsx")
    unnamed = shown("case", reader(services, ALL), session, kari, sak="S-1")
    assert "Vis stedet" not in {button.label for button in unnamed.button}
    app = shown("case", reader(services, ALL, NAMED), session, kari, sak="S-1")
    assert AREA not in text(app), "not before it is asked for"
    assert AREA in text(press(app, "Vis stedet"))
    assert AREA not in text(app.run()), "gone at the next look"
    assert "Vis stedet" not in {
        b.label
        for b in shown("case", reader(services, ALL, NAMED), session, kari, sak="S-2").button
    }


def test_whoever_reads_a_file_is_asked_whether_its_places_shall_be_sealed(
    services: Services, imported: Imported, key_file: Path
) -> None:
    kari = Person(id="kari", name="Kari")
    session = Session(profile=services.profile("farsund"), on=ON, imported=imported)
    ke = reader(services, role=AccessRole.KE_ANSVARLIG)
    app = shown("data", ke, session, kari)
    assert "Én sak har sperret adresse." in text(app)
    assert "Ett sted er forseglet." in text(press(app, "Forsegle for navngitte"))
    place = reader(services, ALL, NAMED).blocked_place("S-1", who="kari")
    assert place is not None
    assert place.area == AREA
