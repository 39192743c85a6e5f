"""A database that an earlier version filled can be used by this one, with all that is in it."""

from __future__ import annotations

import pytest

from matcher.storage.engine import open_engine
from matcher.storage.migrate import versions
from matcher.storage.store import Store
from tests.storage.made import decision, roster, task
from tests.storage.release import FOLDER, load


def test_there_is_a_filled_database_of_every_version() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == list(versions())


@pytest.mark.parametrize("version", versions())
def test_a_database_of_an_earlier_version_goes_on(empty_address: str, version: str) -> None:
    engine = open_engine(empty_address)
    load(engine, version)
    engine.dispose()
    store = Store.open(empty_address)
    assert [person.id for person in store.people()] == ["anne", "bjorn"]
    assert [case.id for case in store.roster(1, who="anne").roster.cases] == ["S-1", "S-2"]
    kept = store.round(1, who="anne")
    assert [case.case for case in kept.plan.cases] == ["S-1", "S-2"]
    assert kept.profile_text.startswith("# Farsund kommune")
    assert [choice.case for choice in store.choices(who="anne")] == ["S-2"]
    assert [one.decision for one in store.decisions_of("S-1", who="anne")] == [decision("S-1")]
    assert [one.title for one in store.tasks(who="anne")] == [task().title]
    assert store.verify_history() == ()

    assert store.save_roster(roster("S-1", "S-4"), who="bjorn") == 2
    store.decide(decision("S-4"), seen=0, who="bjorn", new_tasks=[task("S-4")])
    assert store.verify_history() == ()
    store.close()
