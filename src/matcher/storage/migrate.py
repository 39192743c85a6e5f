"""Bringing a database up to this version of the program."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from matcher.storage.engine import WRITES
from matcher.storage.errors import DatabaseIsNewer
from matcher.storage.faults import told_plainly

VERSION_TABLE = "schema_version"
TURN = 7_202_611
"""Any number: those who migrate the same PostgreSQL database agree on it, and take turns."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's view of our migrations."""
    config = Config()
    config.set_main_option("script_location", "matcher.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def migrate(engine: Engine, to: str | None = None) -> None:
    """Bring the tables to a version, in one transaction, one program at a time.

    Raises ``DatabaseIsNewer`` where the database is ahead of the program.
    """
    with told_plainly(), engine.connect().execution_options(**{WRITES: True}) as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # Rebuilding a table would otherwise trip over those that refer to it.
            _driver_says(connection, "PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                if not is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
                _upgrade(connection, to)
        finally:
            if is_sqlite:
                _driver_says(connection, "PRAGMA foreign_keys = ON")


def version(connection: Connection) -> str | None:
    """The version of the tables; ``None`` for an empty database."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return None if found is None else str(found)


def versions() -> tuple[str, ...]:
    """Every version of the tables that this program knows, the first one first."""
    scripts = ScriptDirectory.from_config(configuration())
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))


def _upgrade(connection: Connection, to: str | None) -> None:
    now, known = version(connection), versions()
    if now is not None and now not in known:
        raise DatabaseIsNewer
    target = to or known[-1]
    if now == target:
        return
    command.upgrade(configuration(connection), target)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"a migration left references that lead nowhere: {broken[:5]}")


def _driver_says(connection: Connection, pragma: str) -> None:
    """Say it outside of any transaction, where SQLite listens to it."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(pragma).close()
