"""What is kept comes back as it was, and can be run again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select

from matcher.domain.roster import Roster
from matcher.profiles.load import parse, sha256, text_of
from matcher.storage.column_types import UtcDateTime
from matcher.storage.errors import NotKept
from matcher.storage.store import Store
from tests.exchange.made_rosters import whole_rosters
from tests.storage.made import ANNE, BJORN, ON, PROFILE_TEXT, Clock, plan, roster


def test_a_roster_comes_back_with_its_fingerprint_and_where_it_came_from(
    store: Store, clock: Clock
) -> None:
    made = roster("S-1", "S-2", matters="At noen ringer tilbake – helst før kl. 9 👋")
    id_ = store.save_roster(made, who="anne", file_name="november.xlsx")
    kept = store.roster(id_, who="anne")
    assert kept.roster == made
    assert kept.roster.sha256 == kept.line.sha256 == made.sha256
    assert kept.line == store.rosters()[0]
    assert (kept.line.on, kept.line.cases, kept.line.coordinators) == (ON, 2, 2)
    assert (kept.line.imported_by, kept.line.file_name) == ("anne", "november.xlsx")
    assert kept.line.imported_at.tzinfo is UTC
    assert kept.line.imported_at < clock.now


def test_the_same_roster_again_is_the_one_that_is_kept(store: Store) -> None:
    first = store.save_roster(roster("S-1"), who="anne")
    other = store.save_roster(roster("S-2"), who="anne")
    assert store.save_roster(roster("S-1"), who="anne") == first != other
    assert [line.id for line in store.rosters()] == [other, first]


def test_a_round_comes_back_with_all_that_is_needed_to_run_it_again(store: Store) -> None:
    made = roster("S-1", "S-2")
    roster_id = store.save_roster(made, who="anne")
    id_ = store.save_round(
        plan(made), roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne", effort=0.5
    )
    kept = store.round(id_, who="anne")
    assert kept.plan == plan(made)
    assert kept.plan.to_json() == plan(made).to_json()
    assert sha256(parse(kept.profile_text, "farsund")) == kept.plan.round.profile_sha256
    assert store.roster(kept.line.roster_id, who="anne").roster == made
    assert kept.effort == 0.5
    assert store.rounds() == (kept.line,)
    assert (kept.line.municipality, kept.line.ran_by) == ("Farsund", "anne")


def test_a_round_is_not_kept_beside_a_roster_or_profile_it_was_not_made_from(store: Store) -> None:
    roster_id = store.save_roster(roster("S-1"), who="anne")
    with pytest.raises(ValueError, match="another roster"):
        store.save_round(
            plan(roster("S-2")), roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne"
        )
    other = text_of("lyngdal")
    with pytest.raises(ValueError, match="another profile"):
        store.save_round(plan(roster("S-1")), roster_id=roster_id, profile_text=other, who="anne")
    assert store.rounds() == ()


def test_what_is_not_kept_is_said_not_to_be(store: Store) -> None:
    with pytest.raises(NotKept, match="Datagrunnlag 7 finnes ikke"):
        store.roster(7, who="anne")
    with pytest.raises(NotKept, match="Runde 7 finnes ikke"):
        store.round(7, who="anne")
    with pytest.raises(NotKept, match="Saken S-9 finnes ikke"):
        store.note_reading("S-9", who="anne")


def test_people_are_kept_and_named(store: Store) -> None:
    store.save_person(BJORN, who="anne")
    anne, bjorn = store.people()
    assert (anne.name, bjorn.name) == (ANNE.name, BJORN.name)
    left = store.save_person(bjorn.model_copy(update={"is_active": False}), who="anne")
    assert store.people() == (anne, left)


def test_whatever_stands_in_a_cell_is_kept_letter_for_letter(store: Store) -> None:
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5)
    @given(whole_rosters())
    def holds(made: Roster) -> None:
        kept = store.roster(store.save_roster(made, who="anne"), who="anne")
        assert kept.roster == made
        assert kept.roster.sha256 == made.sha256

    holds()


def test_a_moment_is_utc_whatever_the_database_makes_of_it(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 't.db'}")
    table = Table("t", MetaData(), Column("at", UtcDateTime))
    table.create(engine)
    summer = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    with engine.begin() as connection:
        connection.execute(insert(table).values(at=summer))
        assert connection.scalar(select(table.c.at)) == summer
        with pytest.raises(Exception, match="time zone"):
            connection.execute(insert(table).values(at=summer.replace(tzinfo=None)))
    engine.dispose()
