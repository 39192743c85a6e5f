"""What came of a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from matcher.domain.finding import Finding, Severity
from matcher.domain.roster import Roster
from matcher.domain.without_place import HiddenPlace


@dataclass(frozen=True)
class Imported:
    """The roster of the accepted rows, every fault, and the refused rows.

    Every fault is told at once. An error means that something was refused: a row, a sheet or
    the whole file; a warning or an info, that all was accepted.
    """

    roster: Roster
    findings: tuple[Finding, ...] = ()
    rejected_rows: int = 0
    rejected_workbook: bytes | None = None
    """avvist.xlsx, where rows were refused: the same columns, and the reason beside each row."""
    places: tuple[HiddenPlace, ...] = field(default=(), repr=False)
    """Where blocked addresses are, as the file told it: never in the roster, for seal or waste."""

    @property
    def has_errors(self) -> bool:
        """Whether anything was refused."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
