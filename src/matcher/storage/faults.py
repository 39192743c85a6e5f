"""What the database says when it can't, told in plain Norwegian."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from matcher.storage.errors import StorageUnavailable

BUSY = "Databasen er opptatt akkurat nå. Ingenting er lagret. Kanskje går det om litt?"
FULL = (
    "Disken er full, så databasen kan ikke lagre mer. Ingenting er lagret, og det som var lagret "
    "før, er trygt. Kanskje kan den som drifter programmet rydde plass?"
)
READ_ONLY = (
    "Databasen kan ikke skrives til. Ingenting er lagret. "
    "Kanskje mangler programmet skrivetilgang til mappa?"
)
NOT_A_DATABASE = (
    "Fila er ikke en hel database. Ingenting er lagret. "
    "Kanskje må den som drifter programmet hente den fra sikkerhetskopien?"
)
GONE = (
    "Får ikke kontakt med databasen. Kanskje er den på vei opp igjen: prøv om litt, og se da etter "
    "om det siste du gjorde, ble lagret."
)

SQLITE_TEXTS = (
    ("locked", BUSY),
    ("busy", BUSY),
    ("full", FULL),
    ("readonly", READ_ONLY),
    ("unable to open", READ_ONLY),
    ("not a database", NOT_A_DATABASE),
    ("malformed", NOT_A_DATABASE),
)
POSTGRESQL_STATES = {
    "55P03": BUSY,  # lock_not_available
    "40P01": BUSY,  # deadlock_detected
    "40001": BUSY,  # serialization_failure
    "57014": BUSY,  # query_canceled
    "53100": FULL,  # disk_full
    "53300": BUSY,  # too_many_connections
    "25006": READ_ONLY,  # read_only_sql_transaction
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Whatever the database can't do right now becomes one ``StorageUnavailable``."""
    try:
        yield
    except PoolTimeout as fault:
        raise StorageUnavailable(BUSY) from fault
    except DisconnectionError as fault:
        raise StorageUnavailable(GONE) from fault
    except DBAPIError as fault:
        if message := _message(fault):
            raise StorageUnavailable(message) from fault
        raise


def _message(fault: DBAPIError) -> str | None:
    """What to say of a fault of the surroundings; ``None`` for one of our own."""
    state = getattr(fault.orig, "sqlstate", None)
    if state in POSTGRESQL_STATES:
        return POSTGRESQL_STATES[state]
    if fault.connection_invalidated:
        return GONE
    text = str(fault.orig).lower()
    if type(fault.orig).__module__.startswith("sqlite3"):
        return next((message for words, message in SQLITE_TEXTS if words in text), None)
    return GONE if isinstance(fault, OperationalError | InterfaceError) else None
