"""Scenarios saved with a round: there when it is opened, gone when taken away, naming no case."""

from __future__ import annotations

import pytest

from matcher.domain.history import DeletionGround, Happening
from matcher.storage.errors import NotKept
from matcher.storage.store import Store
from tests.storage.made import BJORN, PROFILE_TEXT, plan, roster

TRIED = 'title = "-"\n'
SAYS = ("2 saker mister koordinatoren sin.", "Begge planene er bevist best mulig, mål for mål.")


@pytest.fixture
def kept(store: Store) -> Store:
    """Two rounds, 1 and 2, on the same two cases."""
    store.save_person(BJORN, who="anne")
    made = roster("S-1", "S-11")
    roster_id = store.save_roster(made, who="anne")
    for _ in range(2):
        store.save_round(plan(made), roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne")
    return store


def test_what_is_saved_with_a_round_is_shown_with_it_and_with_no_other(kept: Store) -> None:
    id_ = kept.save_scenario(1, "Kari slutter", TRIED, SAYS, who="bjorn")
    (found,) = kept.scenarios_of(1, who="anne")
    assert (found.id, found.title, found.content, found.says) == (id_, "Kari slutter", TRIED, SAYS)
    assert (found.round_id, found.saved_by) == (1, "Bjørn Dahl")
    assert kept.scenarios_of(2, who="anne") == ()


def test_what_is_taken_away_is_gone_and_the_history_knows_of_both(kept: Store) -> None:
    id_ = kept.save_scenario(2, "Kari slutter", TRIED, SAYS, who="anne")
    kept.remove_scenario(id_, who="bjorn")
    assert kept.scenarios_of(2, who="anne") == ()
    with pytest.raises(NotKept, match=f"Scenario {id_}"):
        kept.remove_scenario(id_, who="anne")
    told = [
        line for line in kept.history(who="anne") if line.about == f"scenario {id_} til runde 2"
    ]
    assert [(line.what, line.who) for line in told] == [
        (Happening.REMOVED_SCENARIO, "Bjørn Dahl"),
        (Happening.SAVED_SCENARIO, "Anne Lie"),
    ]
    assert kept.verify_history() == ()


def test_a_round_that_is_not_kept_has_no_scenarios(kept: Store) -> None:
    with pytest.raises(NotKept, match="Runde 3"):
        kept.save_scenario(3, "Kari slutter", TRIED, SAYS, who="anne")


def test_a_title_that_names_a_deleted_case_names_it_no_more(kept: Store) -> None:
    kept.save_scenario(1, "Uten S-1, men med S-11", TRIED, SAYS, who="anne")
    kept.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    (found,) = kept.scenarios_of(1, who="anne")
    assert found.title == "Uten slettet sak, men med S-11"
