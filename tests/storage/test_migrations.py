"""The tables a database has are those the program expects, whatever version it comes from."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from matcher.storage.engine import open_engine
from matcher.storage.errors import DatabaseIsNewer
from matcher.storage.migrate import VERSION_TABLE, migrate, version, versions
from matcher.storage.store import Store
from matcher.storage.tables import metadata


def test_migrated_tables_are_those_of_the_program(empty_address: str) -> None:
    engine = open_engine(empty_address)
    migrate(engine)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        assert (
            compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        )
    engine.dispose()


def test_migrating_again_changes_nothing(empty_address: str) -> None:
    for _ in range(2):
        Store.open(empty_address).close()
    engine = open_engine(empty_address)
    with engine.connect() as connection:
        assert version(connection) == versions()[-1]
    engine.dispose()


def test_a_newer_database_is_left_alone_and_said_to_be_newer(empty_address: str) -> None:
    Store.open(empty_address).close()
    engine = open_engine(empty_address)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(DatabaseIsNewer, match="nyere utgave"):
        Store.open(empty_address)
