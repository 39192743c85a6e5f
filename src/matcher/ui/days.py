"""A stretch of days in words."""

from datetime import date

from matcher.ui import norwegian
from matcher.ui.texts import say


def days(first: date, last: date | None) -> str:
    """From a day to a day, or until further."""
    if last is None:
        return say("absence.from", first=norwegian.day(first))
    return say("absence.days", first=norwegian.day(first), last=norwegian.day(last))
