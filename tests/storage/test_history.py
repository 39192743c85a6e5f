"""The history is written once: the database itself refuses a change, and a break is found."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from matcher.domain.history import Happening, Head
from matcher.storage.engine import open_engine
from matcher.storage.store import Store
from tests.storage.made import ANNE, PROFILE_TEXT, Clock, decision, plan, roster

GUARDED = ("history", "history_contents", "history_head", "decisions")


@pytest.fixture
def written(store: Store) -> Store:
    """A store where something has happened: person, roster, round and two decisions."""
    made = roster("S-1", "S-2")
    roster_id = store.save_roster(made, who="anne")
    store.save_round(plan(made), roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne")
    store.decide(decision("S-1"), seen=0, who="anne")
    store.decide(decision("S-2"), seen=0, who="anne")
    return store


def without_guards(connection: Connection) -> None:
    """What somebody who owns the database can do."""
    if connection.dialect.name == "sqlite":
        names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for name in names.all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        for table in GUARDED:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))


def tamper(address: str, *statements: str) -> None:
    engine = open_engine(address)
    with engine.begin() as connection:
        without_guards(connection)
        for statement in statements:
            binary = "BLOB" if engine.dialect.name == "sqlite" else "BYTEA"
            connection.execute(text(statement.replace("{binary}", binary)))
    engine.dispose()


def codes(store: Store, noted: Head | None = None) -> list[str]:
    return [finding.code for finding in store.verify_history(noted)]


FORBIDDEN = {
    "change an entry": "UPDATE history SET who = who WHERE number = 2",
    "remove an entry": "DELETE FROM history WHERE number = 5",
    "remove every entry": "DELETE FROM history",
    "write an entry twice": "INSERT INTO history SELECT * FROM history WHERE number = 2",
    "leave a number out": "INSERT INTO history SELECT 99, at, who, what, subject, about, "
    "content_sha256, previous_sha256, sha256 FROM history WHERE number = 2",
    "change a content": "UPDATE history_contents SET content = '{}'",
    "remove a content": "DELETE FROM history_contents",
    "move the end back": "UPDATE history_head SET number = number - 1",
    "move the end on": "UPDATE history_head SET number = number + 1",
    "give the end another fingerprint": "UPDATE history_head SET sha256 = 'x'",
    "remove the end": "DELETE FROM history_head",
    "renumber a decision": "UPDATE decisions SET number = 7",
    "remove a decision": "DELETE FROM decisions",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_refuses_to(statement: str, written: Store, address: str) -> None:
    engine = open_engine(address)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert codes(written) == []


@pytest.mark.parametrize("table", GUARDED)
def test_no_row_is_replaced_behind_the_back_of_the_guards(
    table: str, written: Store, address: str
) -> None:
    """SQLite's REPLACE removes the old row without a word, and PostgreSQL's TRUNCATE every row."""
    engine = open_engine(address)
    statement = (
        f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"
        if engine.dialect.name == "sqlite"
        else f"TRUNCATE {table} CASCADE"
    )
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_the_history_is_whole_as_it_is_written(written: Store) -> None:
    assert codes(written) == []
    assert [line.what for line in reversed(written.history(who="anne"))][:5] == [
        Happening.WROTE_PERSON,
        Happening.IMPORTED,
        Happening.RAN,
        Happening.DECIDED,
        Happening.DECIDED,
    ]


TAMPERINGS = {
    "a changed entry": (
        ["UPDATE history SET about = 'noe annet' WHERE number = 3"],
        ["history.changed"],
    ),
    "an entry of a kind that isn't": (
        ["UPDATE history SET what = 'tull' WHERE number = 3"],
        ["history.changed"],
    ),
    "a missing entry": (
        ["DELETE FROM history WHERE number = 2"],
        ["history.missing"],
    ),
    "a missing last entry": (
        [
            "DELETE FROM decisions WHERE entry = 5",
            "DELETE FROM history_contents WHERE number = 5",
            "DELETE FROM history WHERE number = 5",
        ],
        ["history.missing"],
    ),
    "two entries that changed places": (
        [
            "DELETE FROM decisions",
            "DELETE FROM history_contents",
            "UPDATE history SET number = 14 WHERE number = 4",
            "UPDATE history SET number = 4 WHERE number = 5",
            "UPDATE history SET number = 5 WHERE number = 14",
        ],
        [
            "history.out_of_order",
            "history.changed",
            "history.out_of_order",
            "history.changed",
            "history.content_missing",
            "history.content_missing",
            "history.head_differs",
        ],
    ),
    "a changed reason": (
        ['UPDATE history_contents SET content = \'{"reason": "noe annet"}\' WHERE number = 4'],
        ["history.content_changed"],
    ),
    "a changed roster": (
        ["UPDATE rosters SET content = (SELECT plan FROM rounds)"],
        ["kept.changed"],
    ),
    "a roster that can't be read": (
        ["UPDATE rosters SET content = CAST('tull' AS {binary})"],
        ["kept.changed"],
    ),
    "a changed round that is said to be erased": (
        ["UPDATE rounds SET erased_cases = 1, plan = (SELECT content FROM rosters)"],
        ["kept.changed"],
    ),
    "a missing round": (["DELETE FROM rounds"], ["kept.missing"]),
    "a lost end": (["DELETE FROM history_head"], ["history.head_missing"]),
}


@pytest.mark.parametrize(("statements", "expected"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_what_an_owner_of_the_database_does_is_found(
    statements: list[str], expected: list[str], written: Store, address: str
) -> None:
    tamper(address, *statements)
    assert sorted(codes(written)) == sorted(expected)


def test_a_history_that_can_not_even_be_read_is_told_of(tmp_path: Path) -> None:
    """SQLite takes any text for a moment."""
    address = f"sqlite:///{tmp_path / 'base.db'}"
    store = Store.open(address)
    store.save_person(ANNE, who="anne")
    tamper(address, "UPDATE history SET at = 'i går'")
    assert codes(store) == ["history.unreadable"]
    store.close()


def test_a_cut_history_with_its_end_put_right_is_found_by_the_noted_end(
    written: Store, address: str
) -> None:
    noted = written.head()
    assert noted is not None
    assert codes(written, noted) == []
    tamper(
        address,
        "DELETE FROM decisions WHERE entry = 5",
        "DELETE FROM history_contents WHERE number = 5",
        "DELETE FROM history WHERE number = 5",
        "UPDATE history_head SET number = 4, sha256 = (SELECT sha256 FROM history "
        "WHERE number = 4)",
    )
    assert codes(written) == []
    assert codes(written, noted) == ["history.noted_missing"]


def test_reading_personal_data_is_written_down(written: Store) -> None:
    for read in (
        lambda: written.roster(1, who="anne"),
        lambda: written.round(1, who="anne"),
        lambda: written.decisions(who="anne"),
        lambda: written.choices(who="anne"),
        lambda: written.tasks(who="anne"),
        lambda: written.history(who="anne"),
        lambda: written.decisions_of("S-1", who="anne"),
        lambda: written.note_reading("S-2", who="anne"),
    ):
        before = written.head()
        read()
        after = written.head()
        assert before is not None
        assert after is not None
        assert after.number == before.number + 1
    lines = [line for line in written.history(who="anne") if line.what == Happening.READ]
    assert {line.case for line in lines} == {None, "S-1", "S-2"}
    assert codes(written) == []


def test_drawing_a_page_again_is_the_same_reading_until_a_quarter_has_passed(
    written: Store, clock: Clock
) -> None:
    for _ in range(3):
        written.note_reading("S-1", who="anne")
    clock.now += timedelta(minutes=16)
    written.note_reading("S-1", who="anne")
    read = [line.what for line in written.history_of("S-1", who="anne")].count(Happening.READ)
    assert read == 2


def test_looking_at_lists_of_rosters_and_rounds_names_nobody_and_is_not_written(
    written: Store,
) -> None:
    before = written.head()
    assert written.rosters()
    assert written.rounds()
    assert written.people()
    assert written.head() == before
