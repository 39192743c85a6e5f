"""Where blocked addresses are: sealed rows, each reading written by name before it is told."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from matcher.domain.history import Happening
from matcher.storage import history
from matcher.storage.marks import know, mark_of
from matcher.storage.tables import blocked_places
from matcher.storage.work import Work


def keep(work: Work, case: str, sealed: str) -> None:
    """Keep a sealed place in the stead of any earlier one; the case may be new."""
    know(work.connection, [case])
    mark = mark_of(work.connection, case)
    values = {"sealed": sealed, "changed_at": work.at, "changed_by": work.who}
    its = blocked_places.c.case_id == case
    if work.connection.execute(update(blocked_places).where(its).values(values)).rowcount == 0:
        work.connection.execute(insert(blocked_places).values(values | {"case_id": case}))
    history.append(work, Happening.WROTE_PLACE, mark=mark)


def see(work: Work, case: str) -> str | None:
    """The sealed place of a case; that somebody saw it is written each time. Raises ``NotKept``."""
    mark = mark_of(work.connection, case)
    query = select(blocked_places.c.sealed).where(blocked_places.c.case_id == case)
    sealed = work.connection.scalar(query)
    history.append(work, Happening.SAW_PLACE, mark=mark)
    return None if sealed is None else str(sealed)
