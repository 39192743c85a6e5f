"""Rosters and rounds as they are kept, so that a round can be run again a year later."""

from datetime import date, datetime

from matcher.domain.frozen import Frozen
from matcher.domain.plan import Plan, Status
from matcher.domain.roster import Roster


class RosterLine(Frozen):
    """What a list of rosters shows of each; nothing of any person."""

    id: int
    on: date
    sha256: str
    """The fingerprint of the roster as it was imported."""
    file_name: str | None
    cases: int
    coordinators: int
    imported_at: datetime
    imported_by: str
    erased_cases: int
    """How many cases have been deleted since; then the fingerprint is no longer its own."""


class KeptRoster(Frozen):
    """An imported roster."""

    line: RosterLine
    roster: Roster


class RoundLine(Frozen):
    """What a list of rounds shows of each; nothing of any person."""

    id: int
    roster_id: int
    on: date
    municipality: str
    profile: str
    status: Status
    ran_at: datetime
    ran_by: str
    erased_cases: int
    """How many cases have been deleted since; then the round can't be run again."""


class KeptRound(Frozen):
    """A round with everything that is needed to run it again.

    Seed, versions, locks, bans and the fingerprints of roster and profile stand in
    ``plan.round``.
    """

    line: RoundLine
    profile_text: str
    """The profile's TOML as it stood."""
    effort: float | None
    """The work that was asked for; ``None`` went by the size of the round."""
    plan: Plan
