"""Whole months as a calendar counts them."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the month's last day where it has no such day.

    ``months`` is 0 or more. A day beyond the calendar (year 9999) raises ``ValueError``.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def whole_months_between(first: date, last: date) -> int:
    """Whole months that have passed from one day to a later one; negative where it is earlier."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
