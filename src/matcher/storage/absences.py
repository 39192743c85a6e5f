"""Absences that are registered in the program. They are of staff, and name no reason."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from matcher.domain.history import Happening
from matcher.domain.kept_absence import KeptAbsence
from matcher.storage import history
from matcher.storage.errors import NotKept, Stale
from matcher.storage.people import name
from matcher.storage.tables import absences
from matcher.storage.work import Work


def save(work: Work, absence: KeptAbsence) -> KeptAbsence:
    """Keep an absence, new or changed; raises ``Stale`` and ``NotKept``."""
    kept = absence.model_copy(update={"version": absence.version + 1})
    values = kept.model_dump(exclude={"id"}) | {"changed_at": work.at, "changed_by": work.who}
    if absence.id is None:
        added = insert(absences).values(values).returning(absences.c.id)
        kept = kept.model_copy(update={"id": work.connection.execute(added).scalar_one()})
    else:
        _raise_where_changed(work.connection, absence)
        work.connection.execute(update(absences).where(absences.c.id == absence.id).values(values))
    history.append(work, Happening.WROTE_ABSENCE, about=f"fravær {kept.id}")
    return kept


def remove(work: Work, absence: KeptAbsence) -> None:
    """Take an absence away, as one that was registered by mistake."""
    _raise_where_changed(work.connection, absence)
    work.connection.execute(delete(absences).where(absences.c.id == absence.id))
    history.append(work, Happening.REMOVED_ABSENCE, about=f"fravær {absence.id}")


def every(connection: Connection) -> tuple[KeptAbsence, ...]:
    """Every registered absence, by coordinator and day."""
    ordered = select(absences).order_by(absences.c.coordinator, absences.c.first_day, absences.c.id)
    return tuple(_absence(row) for row in connection.execute(ordered).mappings())


def _raise_where_changed(connection: Connection, absence: KeptAbsence) -> None:
    query = absences.select().where(absences.c.id == absence.id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise NotKept(f"Fravær {absence.id}")
    if row["version"] != absence.version:
        by = name(connection, row["changed_by"])
        raise Stale(theirs=_absence(row), yours=absence, by=by, at=row["changed_at"])


def _absence(row: RowMapping) -> KeptAbsence:
    return KeptAbsence.model_validate({field: row[field] for field in KeptAbsence.model_fields})
