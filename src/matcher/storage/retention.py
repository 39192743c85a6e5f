"""When each case was last used: read in a roster, decided on or worked with. Looking isn't use."""

from __future__ import annotations

import json
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from matcher.domain.history import Happening
from matcher.storage.column_types import UtcDateTime
from matcher.storage.tables import cases, history, rosters


def last_uses(connection: Connection) -> dict[str, date]:
    """The day each known case was last used, in UTC; a case that is only known isn't here."""
    found: dict[str, date] = {}
    last = func.max(history.c.at, type_=UtcDateTime())
    worked = (
        select(cases.c.id, last)
        .join(history, history.c.subject == cases.c.mark)
        .where(history.c.what != Happening.READ.value)
        .group_by(cases.c.id)
    )
    for case, at in connection.execute(worked):
        _use(found, case, at)
    imported = select(rosters.c.imported_at, rosters.c.content).order_by(rosters.c.id)
    for at, content in connection.execute(imported):
        for case in json.loads(content)["cases"]:
            _use(found, case["id"], at)
    return dict(sorted(found.items()))


def _use(found: dict[str, date], case: str, at: datetime) -> None:
    found[case] = max(at.date(), found.get(case, date.min))
