"""What can go wrong with what lasts. Knows no database, so that anybody can catch it cheaply."""

from __future__ import annotations

from datetime import datetime

from matcher.domain.frozen import Frozen
from matcher.domain.wording import written


class StorageUnavailable(Exception):
    """The database can't be used right now. Work goes on when it is back."""


class BadBackup(Exception):
    """The file can't be used as a backup, or the pass phrase is another; told in Norwegian."""


class SealedOff(Exception):
    """Where a blocked address is, can't be told: there is no key, or another; in Norwegian."""


class DatabaseIsNewer(StorageUnavailable):
    """The database was made by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen er laget av en nyere utgave av programmet. "
            "Kanskje må programmet oppdateres på denne maskinen?"
        )


class NotKept(LookupError):
    """What was asked for isn't kept: never was, or has been deleted."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} finnes ikke. Kanskje er det slettet?")


class Stale(Exception):
    """Somebody else wrote while one was writing. Both texts are here, so that nothing is lost.

    ``theirs`` is what is kept now (``None`` where it was removed), ``yours`` what wasn't kept.
    """

    def __init__(
        self, *, theirs: Frozen | None, yours: Frozen, by: str | None, at: datetime | None
    ) -> None:
        self.theirs, self.yours, self.by, self.at = theirs, yours, by, at
        who = by or "Noen"
        here = at.astimezone() if at else None
        when = f" {written(here.date())} kl. {here:%H.%M}" if here else ""
        did = "endret dette" if theirs else "fjernet dette"
        super().__init__(
            f"{who} {did}{when}, mens du skrev. Det du skrev, er ikke lagret ennå, men heller "
            "ikke borte. Kanskje vil du se på endringen og lagre på nytt?"
        )

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that differ between theirs and yours, but for the count of writings."""
        if self.theirs is None:
            return ()
        theirs, yours = self.theirs.model_dump(), self.yours.model_dump()
        differ = (name for name in yours if theirs.get(name) != yours[name])
        return tuple(name for name in differ if name != "version")
