"""Who may do what is held in the services, one by one, for each role."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.domain.actor import GIVEN_ROLES, AccessRole, Actor
from matcher.domain.sight import Sight, SightOf
from matcher.services import NotAllowed, Services
from matcher.services.access import Operator, guarded, may, require
from matcher.services.ground import Ground
from matcher.services.rights import RIGHTS, TABLE, page

ROLES_PAGE = Path(__file__).parents[2] / "docs" / "roller.md"


def actor(*roles: AccessRole, person: str = "kari") -> Actor:
    """Somebody who sees all cases: what those see who don't, is in test_own_cases.py."""
    sights = frozenset({Sight(of=SightOf.ALL), Sight(of=SightOf.PLACES)})
    return Actor(person=person, name="Kari Nes", roles=frozenset(roles), sights=sights)


def called(services: Ground, service: str, *given: object, **named: object) -> object:
    """What a service answers, asked for by name."""
    return getattr(services, service)(*given, **named)


def public_services() -> dict[str, Callable[..., object]]:
    """Every public method of the services, but for the ground they stand on."""
    return {
        name: method
        for name, method in inspect.getmembers(Services, inspect.isfunction)
        if not name.startswith("_") and name not in vars(Ground)
    }


def test_every_service_is_in_the_table_and_the_table_names_no_other() -> None:
    """A service that isn't there is closed to everybody but the machine's operator."""
    assert sorted(RIGHTS) == sorted(public_services())


def test_no_service_is_in_the_table_twice() -> None:
    assert len(RIGHTS) == len(TABLE)


def test_every_public_thing_of_the_services_is_a_method_and_so_is_guarded() -> None:
    own = {
        name: value
        for kind in Services.__mro__
        if issubclass(kind, Ground) and kind is not Ground
        for name, value in vars(kind).items()
        if not name.startswith("_")
    }
    assert own
    assert [name for name, value in own.items() if not hasattr(value, "__wrapped__")] == []


@pytest.mark.parametrize("role", GIVEN_ROLES)
@pytest.mark.parametrize("service", sorted(RIGHTS))
def test_each_role_may_use_just_the_services_the_table_gives_it(
    service: str, role: AccessRole
) -> None:
    used: list[str] = []
    kind = type("Called", (Ground,), {service: lambda self: used.append(service)})
    services = kind().acting_as(actor(role))
    if role in RIGHTS[service].roles:
        called(services, service)
        assert used == [service]
    else:
        with pytest.raises(NotAllowed, match=RIGHTS[service].does):
            called(services, service)
        assert used == []


def test_a_real_service_is_refused_before_it_does_anything(tmp_path: Path) -> None:
    services = Services(database_url=f"sqlite:///{tmp_path / 'base.db'}")
    reader = services.acting_as(actor(AccessRole.LESER))
    with pytest.raises(NotAllowed, match="Du er leser, og det gir ikke adgang til å lese inn"):
        reader.import_file("a.xlsx", b"", date(2026, 11, 23))
    assert not (tmp_path / "base.db").exists()


def test_a_service_that_nobody_put_in_the_table_is_refused_to_every_role() -> None:
    kind = type("New", (Ground,), {"brand_new": lambda self: "done"})
    with pytest.raises(NotAllowed):
        called(kind().acting_as(actor(*GIVEN_ROLES)), "brand_new")


def test_somebody_without_a_role_may_nothing() -> None:
    assert [right.service for right in TABLE if may(actor(), right.service)] == []


def test_nobody_signs_with_anothers_name_whether_the_name_comes_by_place_or_word() -> None:
    kind = type("Signing", (Ground,), {"keep_round": lambda self, who: who})
    services = kind().acting_as(actor(AccessRole.KE_ANSVARLIG, person="kari"))
    assert called(services, "keep_round", "kari") == "kari"
    for given, named in ((("ola",), {}), ((), {"who": "ola"})):
        with pytest.raises(NotAllowed, match="i en annens navn"):
            called(services, "keep_round", *given, **named)


def test_a_role_that_is_taken_away_is_gone_at_the_next_question() -> None:
    now = [actor(AccessRole.SAKSBEHANDLER)]
    services = Services().acting_as(lambda: now[0])
    assert services.may("run_round")
    now[0] = actor(AccessRole.LESER)
    assert not services.may("run_round")
    with pytest.raises(NotAllowed):
        require(services.actor, "run_round")


def test_roles_add_up() -> None:
    both = actor(AccessRole.LESER, AccessRole.ADMINISTRATOR)
    assert may(both, "open_kept_round")
    assert may(both, "give_role")
    assert not may(both, "run_round")


def test_the_administrator_sees_no_case() -> None:
    sees = ("open_kept_round", "import_file", "letter", "why_not", "history_of")
    assert [name for name in sees if may(actor(AccessRole.ADMINISTRATOR), name)] == []


def test_the_reader_can_change_nothing() -> None:
    changes = [name for name in RIGHTS if name.startswith(("keep", "give", "take", "end_s", "run"))]
    assert changes
    assert [name for name in changes if may(actor(AccessRole.LESER), name)] == []


def test_a_path_of_the_machine_is_for_its_operator_alone() -> None:
    takes_path = [
        name
        for name, method in public_services().items()
        if any(p in inspect.signature(method).parameters for p in ("path", "folder"))
    ]
    assert set(takes_path) >= {"import_path", "open_round"}
    assert [name for name in takes_path if RIGHTS[name].roles] == []


def test_the_operator_is_named_after_the_environment_or_the_machines_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MATCHER_OPERATOR", "drift-anne")
    assert Operator()().person == "drift-anne"
    monkeypatch.delenv("MATCHER_OPERATOR")
    assert Operator()().name
    assert Services().actor.is_operator


def test_being_operator_is_never_given() -> None:
    assert AccessRole.OPERATOR not in GIVEN_ROLES
    assert all(AccessRole.OPERATOR not in right.roles for right in TABLE)


def test_the_guard_keeps_what_the_service_says_of_itself() -> None:
    def why(self: object, case: str) -> str:
        """Why."""
        return case

    assert inspect.signature(guarded("why", why)) == inspect.signature(why)
    assert guarded("why", why).__doc__ == "Why."


def test_the_page_of_roles_is_as_the_code_says() -> None:
    assert ROLES_PAGE.read_text(encoding="utf-8") == page()
