"""Backup and restore: every row of every table, the same whichever database it came from.

A backup is one picture of the database, taken while others use it. It can be put back into an
empty database of either kind. Log-ins aren't taken along: after a restore everybody logs in anew.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    Table,
    func,
    insert,
    inspect,
    select,
    update,
)

from matcher.storage.engine import WRITES
from matcher.storage.errors import BadBackup
from matcher.storage.faults import told_plainly
from matcher.storage.migrate import VERSION_TABLE, migrate, version, versions

LEFT_OUT = ("sessions", "sign_ins", VERSION_TABLE)
ROWS_AT_ONCE = 200
BROKEN = "Sikkerhetskopien er ikke slik programmet skriver den. Ingenting er gjenopprettet."


def dump(engine: Engine) -> Iterator[bytes]:
    """The whole database as packed lines of JSON, at one moment."""
    packer = zlib.compressobj(6)
    with told_plainly(), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            for line in _lines(connection):
                yield packer.compress(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    yield packer.flush()


def read(packed: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The lines of a dump, to its end. Raises ``BadBackup`` where it isn't whole."""
    unpacker, waiting, line = zlib.decompressobj(), b"", {}
    try:
        for part in packed:
            *lines, waiting = (waiting + unpacker.decompress(part)).split(b"\n")
            for raw in lines:
                line = json.loads(raw)
                yield line
    except (zlib.error, ValueError):
        raise BadBackup(BROKEN) from None
    if waiting or "end" not in line:
        raise BadBackup(BROKEN)


def restore(engine: Engine, packed: Iterable[bytes]) -> int:
    """Fill an empty database, and give the number of rows. All of it, or nothing.

    Raises ``BadBackup`` where the database isn't empty, or the backup isn't whole.
    """
    lines = read(packed)
    made = next(lines, {}).get("version")
    if made not in versions():
        raise BadBackup(
            "Sikkerhetskopien er laget av en nyere utgave av programmet. "
            "Kanskje må programmet oppdateres først?"
        )
    _require_empty(engine)
    migrate(engine, to=made)
    with (
        told_plainly(),
        engine.connect().execution_options(**{WRITES: True}) as connection,
        connection.begin(),
    ):
        rows = _fill(connection, lines)
    migrate(engine)
    return rows


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    yield {"version": version(connection)}
    count = 0
    for table in _tables(connection):
        ordered = select(table).order_by(*table.primary_key)
        for row in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(ordered):
            count += 1
            yield {"table": table.name, "row": {n: _plain(v) for n, v in row._mapping.items()}}
    yield {"end": count}


def _fill(connection: Connection, lines: Iterable[dict[str, Any]]) -> int:
    tables = {table.name: table for table in _tables(connection)}
    count = 0
    for name, group in groupby(lines, key=lambda line: line.get("table")):
        if name is None:
            if next(group)["end"] != count:
                raise BadBackup(BROKEN)
            continue
        if name not in tables:
            raise BadBackup(BROKEN)
        # People name each other, so all of them come in one statement.
        for some in _batches(group, None if name == "people" else ROWS_AT_ONCE):
            _put(connection, tables, name, [_typed(tables[name], line["row"]) for line in some])
            count += len(some)
    _count_on(connection, tables.values())
    return count


def _batches(lines: Iterator[dict[str, Any]], size: int | None) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(lines, size)):
        yield some


def _put(
    connection: Connection, tables: dict[str, Table], name: str, rows: list[dict[str, Any]]
) -> None:
    """Put rows into a table; the end of the history moves with its entries, one by one."""
    if name == "history_head":
        return
    if name == "people":
        connection.execute(insert(tables[name]).values(rows))
        return
    connection.execute(insert(tables[name]), rows)
    if name == "history":
        for row in rows:
            end = {"number": row["number"], "sha256": row["sha256"]}
            connection.execute(update(tables["history_head"]).values(end))


def _count_on(connection: Connection, tables: Iterable[Table]) -> None:
    """PostgreSQL must be told where its own numbering has come to."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        (key, *others) = table.primary_key.columns
        sequence = func.pg_get_serial_sequence(table.name, key.name)
        if not others and connection.scalar(select(sequence)):
            last = connection.scalar(select(func.max(key)))
            if last is not None:
                connection.execute(select(func.setval(sequence, last)))


def _require_empty(engine: Engine) -> None:
    with told_plainly(), engine.connect() as connection:
        if inspect(connection).has_table("history"):
            history = MetaData()
            history.reflect(connection, only=["history", "people"])
            for table in history.tables.values():
                if connection.scalar(select(func.count()).select_from(table)):
                    raise BadBackup(
                        "Databasen er ikke tom, og ingenting er gjenopprettet. Kanskje kan du "
                        "flytte den gamle først, eller oppgi en annen med MATCHER_DATABASE_URL?"
                    )


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are in the database, those that others refer to first."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def _plain(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    try:
        return {name: _as(table.c[name].type.python_type, value) for name, value in row.items()}
    except (KeyError, ValueError, TypeError):
        raise BadBackup(BROKEN) from None


def _as(kind: type, value: Any) -> object:
    if value is None:
        return None
    if kind is bytes:
        return base64.b64decode(value)
    return kind.fromisoformat(value) if kind in (date, datetime) else kind(value)
