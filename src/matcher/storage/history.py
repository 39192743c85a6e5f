"""Writing and reading the history. Only appends; the chain itself is in ``chain``."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from matcher.domain.history import Entry, Happening, Head, HistoryLine
from matcher.storage.chain import content_sha256, entry_sha256
from matcher.storage.tables import cases, history, history_contents, history_head, people
from matcher.storage.work import Work

FINGERPRINT = re.compile(r" [0-9a-f]{64}$")
ONE_READING = timedelta(minutes=15)
"""A page is drawn again at every click: so long, the same person reading the same is one entry."""


def take_turn(connection: Connection) -> None:
    """Wait until nobody else writes, so that there is one chain. SQLite has waited already."""
    connection.execute(select(history_head.c.number).with_for_update()).one()


def append(
    work: Work,
    what: Happening,
    *,
    mark: str | None = None,
    about: str | None = None,
    content: str | None = None,
) -> int:
    """Write an entry after the last, and return its number.

    ``mark`` stands for a case; ``content`` is JSON that is erased with the case. ``about`` is
    never erased, and names nobody.
    """
    end = head(work.connection)
    if end is None:
        raise RuntimeError("the history has lost its head")
    salt = None if content is None else secrets.token_hex(16)
    entry = Entry(
        number=end.number + 1,
        at=work.at,
        who=work.who,
        what=what.value,
        subject=mark,
        about=about,
        content_sha256=None if content is None or salt is None else content_sha256(salt, content),
        previous_sha256=end.sha256,
        sha256="",
    )
    sha256 = entry_sha256(entry)
    row = entry.model_dump(exclude={"salt", "content"}) | {"sha256": sha256}
    work.connection.execute(insert(history).values(row))
    if content is not None:
        values = {"number": entry.number, "salt": salt, "content": content}
        work.connection.execute(insert(history_contents).values(values))
    work.connection.execute(update(history_head).values(number=entry.number, sha256=sha256))
    return entry.number


def note_reading(work: Work, *, mark: str | None, about: str | None) -> None:
    """Write that somebody read personal data, unless it is written already."""
    if not is_noted(work.connection, work.who, work.at, mark=mark, about=about):
        append(work, Happening.READ, mark=mark, about=about)


def is_noted(
    connection: Connection, who: str, at: datetime, *, mark: str | None, about: str | None
) -> bool:
    """Whether it is written that the person read the same a moment before."""
    recently = select(history.c.number).where(
        history.c.who == who,
        history.c.what == Happening.READ.value,
        history.c.at > at - ONE_READING,
        history.c.subject == mark if mark else history.c.subject.is_(None),
        history.c.about == about if about else history.c.about.is_(None),
    )
    return connection.execute(recently.limit(1)).first() is not None


def head(connection: Connection) -> Head | None:
    """Where the history ends; ``None`` where the row has been taken away."""
    row = connection.execute(select(history_head.c.number, history_head.c.sha256)).first()
    return None if row is None else Head(number=row.number, sha256=row.sha256)


def entries(connection: Connection) -> Iterator[Entry]:
    """Every entry as it stands, in the order of its number, for holding against the chain."""
    query = (
        select(history, history_contents.c.salt, history_contents.c.content)
        .outerjoin(history_contents, history_contents.c.number == history.c.number)
        .order_by(history.c.number)
    )
    for row in connection.execute(query):
        yield Entry.model_validate(dict(row._mapping))


def lines(
    connection: Connection, *, mark: str | None = None, at_most: int = 500
) -> tuple[HistoryLine, ...]:
    """The newest entries first, as a person reads them; of one case where its mark is given."""
    query: Select[Any] = (
        select(
            history,
            people.c.name.label("name"),
            cases.c.id.label("case"),
            history_contents.c.content,
        )
        .join(people, people.c.id == history.c.who)
        .outerjoin(cases, cases.c.mark == history.c.subject)
        .outerjoin(history_contents, history_contents.c.number == history.c.number)
        .order_by(history.c.number.desc())
        .limit(at_most)
    )
    if mark is not None:
        query = query.where(history.c.subject == mark)
    return tuple(_line(row) for row in connection.execute(query))


def _line(row: Row[Any]) -> HistoryLine:
    return HistoryLine(
        number=row.number,
        at=row.at,
        who=row.name,
        what=row.what,
        case=row.case,
        about=row.about and FINGERPRINT.sub("", row.about),
        reason=json.loads(row.content).get("reason") if row.content else None,
    )
