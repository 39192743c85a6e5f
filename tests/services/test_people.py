from pathlib import Path

import pytest

from matcher.services import NotKept, Services


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return Services(database_url=f"sqlite:///{tmp_path / 'prøve.db'}")


def test_the_first_one_enters_themself_and_is_named_by_the_history(services: Services) -> None:
    anne = services.enter("Anne Lie")
    (line,) = services.history(who=anne.id)
    assert (line.who, line.about) == ("Anne Lie", f"person {anne.id}")


def test_the_same_name_is_the_same_person(services: Services) -> None:
    assert services.enter("Anne Lie") == services.enter(" anne lie ")


def test_two_names_that_look_alike_get_ids_of_their_own(services: Services) -> None:
    first = services.enter("Åse Ås")
    assert first.id == "ase-as"
    assert services.enter("Ase As", by=first.id).id == "ase-as-2"


def test_nobody_is_entered_by_somebody_who_is_not_known(services: Services) -> None:
    services.enter("Anne Lie")
    with pytest.raises(NotKept):
        services.enter("Bjørn Dahl", by="ukjent")


def test_only_those_who_are_active_are_listed_and_by_name(services: Services) -> None:
    anne = services.enter("Åse Vik")
    services.enter("Anne Lie", by=anne.id)
    left = services.enter("Berit Dal", by=anne.id)
    services.store.save_person(left.model_copy(update={"is_active": False}), who=anne.id)
    assert [person.name for person in services.people()] == ["Anne Lie", "Åse Vik"]
