"""A locked, full, lost or broken database: a clear word, nothing half kept, and on it goes."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import psycopg.errors
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from matcher.domain.finding import Finding
from matcher.storage.engine import WRITES, open_engine
from matcher.storage.errors import StorageUnavailable
from matcher.storage.faults import told_plainly
from matcher.storage.migrate import migrate
from matcher.storage.store import Store
from tests.storage.databases import PostgreSQL, on_a_full_disk
from tests.storage.made import ANNE, decision, roster


def prepared(address: str) -> None:
    """A database with a person and a case."""
    store = Store.open(address)
    store.save_person(ANNE, who="anne")
    store.save_roster(roster("S-1"), who="anne")
    store.close()


def faults(store: Store) -> tuple[Finding, ...]:
    return store.verify_history()


def test_a_database_that_another_holds_is_busy_and_then_free(address: str) -> None:
    prepared(address)
    other, store = open_engine(address), Store.open(address, wait_s=0.1)
    with other.connect().execution_options(**{WRITES: True}) as holder, holder.begin():
        holder.execute(text("UPDATE cases SET id = id"))
        _hold_the_end(holder)
        with pytest.raises(StorageUnavailable, match="opptatt"):
            store.decide(decision(), seen=0, who="anne")
        assert len(store.rosters()) == 1, "reading goes on while somebody writes"
    assert store.decide(decision(), seen=0, who="anne").number == 1
    assert faults(store) == ()
    store.close()
    other.dispose()


def _hold_the_end(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT * FROM history_head FOR UPDATE"))


def test_a_full_disk_keeps_nothing_half_and_loses_nothing(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'base.db'}"
    prepared(address)
    store = Store(on_a_full_disk(address))
    many = roster(*(f"S-{n}" for n in range(2000)))
    with pytest.raises(StorageUnavailable, match="Disken er full"):
        store.save_roster(many, who="anne")
    assert len(store.rosters()) == 1
    store.close()

    roomy = Store.open(address)
    assert roomy.save_roster(many, who="anne") == 2
    assert faults(roomy) == ()
    roomy.close()


def test_a_full_disk_of_postgresql_is_told_as_one() -> None:
    """Its own word for it, since a server's disk can't be filled here."""
    with pytest.raises(StorageUnavailable, match="Disken er full"), told_plainly():
        raise OperationalError("INSERT", None, psycopg.errors.DiskFull())


def test_a_connection_lost_in_the_middle_keeps_nothing_and_the_next_one_works(
    server: PostgreSQL,
) -> None:
    address = server.new_database()
    prepared(address)
    hangs_up = [False]

    def clock() -> datetime:
        """Looked at in the middle of every piece of work."""
        if hangs_up[0]:
            server.hang_up_on(address)
        return datetime.now(UTC)

    store = Store.open(address, clock=clock)
    hangs_up[0] = True
    with pytest.raises(StorageUnavailable, match="kontakt med databasen"):
        store.decide(decision(), seen=0, who="anne")
    hangs_up[0] = False
    assert store.decisions(who="anne") == ()
    assert store.decide(decision(), seen=0, who="anne").number == 1
    assert faults(store) == ()
    store.close()


def test_a_server_that_was_restarted_between_two_calls_is_not_noticed(server: PostgreSQL) -> None:
    address = server.new_database()
    prepared(address)
    store = Store.open(address)
    assert len(store.rosters()) == 1
    server.hang_up_on(address)
    assert len(store.rosters()) == 1
    store.close()


def test_a_server_that_is_down_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="kontakt med databasen"):
        Store.open(f"postgresql://postgres@/tests?host={tmp_path}")


def test_a_folder_that_can_not_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ikke en mappe")
    with pytest.raises(StorageUnavailable, match="skrivetilgang"):
        Store.open(f"sqlite:///{tmp_path / 'fil' / 'base.db'}")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "base.db"
    file.write_bytes(b"et regneark, kanskje " * 100)
    with pytest.raises(StorageUnavailable, match="ikke en hel database"):
        Store.open(f"sqlite:///{file}")


@pytest.mark.parametrize(
    "address", ["tull", "mysql://a:hemmelig@b/c", "oracle+tull://x:hemmelig@y"]
)
def test_what_is_no_address_is_told_without_its_password(address: str) -> None:
    with pytest.raises(StorageUnavailable, match="MATCHER_DATABASE_URL") as told:
        Store.open(address)
    assert "hemmelig" not in str(told.value)


def test_a_missing_driver_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageUnavailable, match=r"koordinatormatch\[postgresql\]"):
        Store.open("postgresql://a@b/c")


def test_a_fault_of_our_own_is_not_told_as_the_surroundings() -> None:
    with pytest.raises(IntegrityError), told_plainly():
        raise IntegrityError("INSERT", None, psycopg.errors.NotNullViolation())


def test_a_fault_never_shows_what_was_to_be_kept(address: str) -> None:
    engine = open_engine(address)
    migrate(engine)
    secret = "Lillebror heter Trym"
    with pytest.raises(IntegrityError) as told, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO choices (case_id, coordinator, reason) VALUES ('S-1', NULL, :r)"),
            {"r": secret},
        )
    engine.dispose()
    assert secret not in str(told.value).split("DETAIL")[0]


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "data" / "base.db"
    prepared(f"sqlite:///{file}")
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0
