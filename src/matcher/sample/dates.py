"""Days counted in months, as a caseworker counts them."""

from datetime import date

from matcher.sample.chance import Chance


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative), never past the 28th."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def some_day_before(chance: Chance, on: date, low_months: int, high_months: int) -> date:
    """A day from ``high_months`` to ``low_months`` before ``on``, and before ``on`` itself."""
    back = chance.whole(low_months, high_months)
    return months_after(on, -back).replace(
        day=chance.whole(1, min(on.day, 28) if back == 0 else 28)
    )


def some_day_after(chance: Chance, on: date, low_months: int, high_months: int) -> date:
    """The first or last working part of a month, ``low_months`` to ``high_months`` ahead."""
    return months_after(on, chance.whole(low_months, high_months)).replace(
        day=chance.one((1, 15, 28))
    )
