"""Two kinds of columns that behave alike on both databases."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, LargeBinary, type_coerce
from sqlalchemy.sql.elements import Label
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, always in UTC. SQLite drops the time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a moment without a time zone is our own fault (``ValueError``)."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must have a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """With its time zone, whatever the database's own."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class PackedText(TypeDecorator[str]):
    """Long text, compressed: a plan's JSON of 20 MB takes one or two, and comes back as it was."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """UTF-8, packed."""
        return None if value is None else zlib.compress(value.encode(), level=1)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """The text, letter for letter."""
        return None if value is None else unpacked(value).decode()


def packed(column: Column[str]) -> Label[bytes]:
    """A column of long text as it lies there, under its own name: for what is parsed as it is."""
    return type_coerce(column, LargeBinary).label(column.name)


def unpacked(value: bytes) -> bytes:
    """The UTF-8 of a packed text."""
    return zlib.decompress(value)
