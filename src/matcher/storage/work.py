"""A piece of work: all of it is kept, or nothing. One at a time writes, on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection


@dataclass(frozen=True)
class Work:
    """A transaction, with who does the work and when; what it did, stands in the history."""

    connection: Connection
    who: str
    """A person's id."""
    at: datetime
