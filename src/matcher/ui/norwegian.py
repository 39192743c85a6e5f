"""Numbers and dates as the user's language writes them, and what isn't known, said as such."""

from collections.abc import Iterable
from datetime import date

from matcher.ui.preferences import preferences
from matcher.ui.texts import say, translated, written

NO_BREAK = written.NO_BREAK


def unknown() -> str:
    """The words for what isn't known."""
    return say("format.unknown")


def listed(words: Iterable[str]) -> str:
    """Words in a sentence, such as «rus, skole og NAV»; empty for none."""
    *first, last = [translated(word) for word in words] or [""]
    return say("format.listed", first=", ".join(first), last=last) if first else last


def number(value: float | None, decimals: int = 1) -> str:
    """A number without trailing zeros: ``7,5``, ``1 200``, ``−3``."""
    return unknown() if value is None else written.number(value, decimals, preferences().language)


def hours(value: float | None) -> str:
    """Hours with their unit, to the hundredth that a round counts in: ``7,25 timer``."""
    if value is None:
        return unknown()
    unit = say("format.hour") if value == 1 else say("format.hours")
    return f"{number(value, 2)}{NO_BREAK}{unit}"


def day(value: date | None) -> str:
    """A date, or that it isn't known."""
    return unknown() if value is None else written.day(value, preferences().language)
