"""The empty workbook that a municipality fills in."""

from datetime import date

from matcher.domain.roster import Roster
from matcher.exchange.roster_writing import write_roster


def template() -> bytes:
    """An .xlsx with every sheet and column, guidance, drop-down lists and date formats.

    It is the workbook of a roster without rows, so that it can't differ from what is written.
    """
    return write_roster(Roster.of(date.min))
