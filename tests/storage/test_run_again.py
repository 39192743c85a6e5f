"""A kept round can be run again a year later, and gives the same plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.domain.choice import Choice
from matcher.domain.history import DeletionGround
from matcher.services import RoundRequest, Services, UnusableRound
from matcher.storage.store import store_at
from tests.storage.made import ANNE, PROFILE_TEXT, roster


@pytest.fixture
def services(address: str) -> Iterator[Services]:
    services = Services(database_url=address)
    services.store.save_person(ANNE, who="anne")
    yield services
    services.store.close()


def kept_round(services: Services) -> int:
    """A small round, run and kept."""
    made, profile = roster("S-1", "S-2", matters="Én å ringe"), services.profile("farsund")
    lock = Choice(case="S-1", coordinator="K-1", reason="Kjenner familien")
    plan = services.run_round(RoundRequest(made, profile, seed=7, locks=(lock,)))
    return services.keep_round(plan, made, PROFILE_TEXT, who="anne")


def test_a_kept_round_gives_the_same_plan_again(services: Services) -> None:
    opened = services.open_kept_round(kept_round(services), who="anne")
    again = services.run_round(services.request_of(opened))
    assert again.to_json() == opened.plan.to_json()
    assert opened.profile_text == PROFILE_TEXT
    assert services.verify_history() == ()


def test_a_round_with_a_deleted_case_says_that_it_can_not_be_run_again(services: Services) -> None:
    id_ = kept_round(services)
    services.store.delete_case("S-2", ground=DeletionGround.ASKED_FOR, who="anne")
    opened = services.open_kept_round(id_, who="anne")
    assert [told.case for told in opened.plan.cases] == ["S-1"]
    with pytest.raises(UnusableRound, match="1 av sakene er slettet siden"):
        services.request_of(opened)


def test_everybody_in_a_program_uses_one_store(services: Services, address: str) -> None:
    assert services.store is Services(database_url=address).store is store_at(address)
