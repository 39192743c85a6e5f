"""The way to the database: SQLite in a file, or PostgreSQL, with the same promises from both."""

from __future__ import annotations

import time
from pathlib import Path
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from matcher.storage.errors import StorageUnavailable
from matcher.storage.faults import READ_ONLY

WAIT_SECONDS = 15
"""How long to wait for others before saying that the database is busy."""
ASK_AGAIN_SECONDS = 0.02
CONNECTIONS = {"pool_size": 10, "max_overflow": 20}
"""Twenty people at once, with room to spare."""
WRITES = "matcher_writes"
"""The execution option of a connection that will write."""

NOT_AN_ADDRESS = (
    "MATCHER_DATABASE_URL er ikke en adresse til en database. Kanskje slik: "
    "postgresql://bruker:passord@tjener/navn, eller sqlite:////mappe/fil.db"
)
NO_DRIVER = (
    "Programmet mangler det som trengs for å snakke med PostgreSQL. "
    "Kanskje slik: pip install koordinatormatch[postgresql]"
)


def open_engine(address: str, wait_s: float = WAIT_SECONDS) -> Engine:
    """An engine for an address such as ``sqlite:////folder/file.db`` or ``postgresql://…``.

    Raises ``StorageUnavailable`` for an address that isn't one, in Norwegian and without the
    address, since it may hold a password.
    """
    try:
        url = make_url(address)
        if url.get_backend_name() == "sqlite":
            return _sqlite(url, wait_s)
        return _postgresql(url, wait_s)
    except (ArgumentError, NoSuchModuleError) as fault:
        raise StorageUnavailable(NOT_AN_ADDRESS) from fault
    except ModuleNotFoundError as fault:
        raise StorageUnavailable(NO_DRIVER) from fault


def _sqlite(url: URL, wait_s: float) -> Engine:
    """A file that only its owner may read. WAL lets people read while one writes."""
    if url.database:
        _make_private(Path(url.database))
    # Parameters hold personal data, and must not end up in a log with a fault.
    engine = create_engine(
        url, hide_parameters=True, connect_args={"timeout": wait_s}, **CONNECTIONS
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in (
            f"busy_timeout = {int(wait_s * 1000)}",
            "synchronous = FULL",  # what is accepted, survives a power cut too
            "foreign_keys = ON",
            "secure_delete = ON",  # what is deleted, is overwritten
        ):
            connection.execute(f"PRAGMA {pragma}").close()
        _write_ahead(connection, wait_s)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        """Writers queue at once, or two that have read could both wait to write."""
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: Any, wait_s: float) -> None:
    """WAL for the file, when programs that start at once all ask for it.

    SQLite doesn't let two that both would change the mode wait for each other, whatever
    ``busy_timeout`` says: one is told at once that the file is locked, and must ask again.
    """
    until = time.monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() >= until:
                raise
            time.sleep(ASK_AGAIN_SECONDS)


def _make_private(file: Path) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600, exist_ok=True)
    except OSError as fault:
        raise StorageUnavailable(READ_ONLY) from fault


def _postgresql(url: URL, wait_s: float) -> Engine:
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername != "postgresql+psycopg":
        raise ArgumentError(url.drivername)
    return create_engine(
        url,
        hide_parameters=True,
        **CONNECTIONS,
        pool_pre_ping=True,  # a connection that was lost is replaced, not handed out
        pool_timeout=wait_s,
        connect_args={
            "connect_timeout": max(2, int(wait_s)),  # less than 2 means forever
            "options": f"-c lock_timeout={int(wait_s * 1000)} -c timezone=UTC",
        },
    )
