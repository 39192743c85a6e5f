"""One piece of work at a time: what every way in to what lasts stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine

from matcher.storage import history, people
from matcher.storage.engine import WAIT_SECONDS, WRITES, open_engine
from matcher.storage.errors import StorageUnavailable
from matcher.storage.faults import BUSY, told_plainly
from matcher.storage.marks import mark_of
from matcher.storage.migrate import migrate
from matcher.storage.turn import Turn
from matcher.storage.work import Work

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Transactions:
    """A database, those who wait to write to it, and what is written of every reading."""

    def __init__(self, engine: Engine, clock: Clock = _now, wait_s: float = WAIT_SECONDS) -> None:
        self._engine, self._clock, self._wait_s = engine, clock, wait_s
        self._turn = Turn()

    @classmethod
    def open(cls, address: str, *, wait_s: float = WAIT_SECONDS, clock: Clock = _now) -> Self:
        """The store at an address, its tables brought up to this version of the program."""
        engine = open_engine(address, wait_s)
        migrate(engine)
        return cls(engine, clock, wait_s)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One at a time: those in this program wait here, others where the history ends."""
        if not self._turn.acquire(timeout=self._wait_s):
            raise StorageUnavailable(BUSY)
        try:
            with (
                told_plainly(),
                self._engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                history.take_turn(connection)
                yield connection
        finally:
            self._turn.release()

    @contextmanager
    def _working(self, who: str) -> Iterator[Work]:
        """Work by a known person; raises ``NotKept`` for anybody else."""
        with self._writing() as connection:
            people.name(connection, who)
            yield Work(connection, who, self._clock())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One picture of the database, whatever others write meanwhile."""
        with told_plainly(), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def _looking(
        self, who: str, *, case: str | None = None, about: str | None = None
    ) -> Iterator[Connection]:
        """Read personal data. That it was read, is written before anybody gets what was read."""
        with self._reading() as connection:
            people.name(connection, who)
            mark = None if case is None else mark_of(connection, case)
            noted = history.is_noted(connection, who, self._clock(), mark=mark, about=about)
            yield connection
        if not noted:
            with self._working(who) as work:
                history.note_reading(work, mark=mark, about=about)
