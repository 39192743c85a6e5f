"""How each language writes a number and a day."""

from datetime import date

from matcher.domain import wording
from matcher.letters.language import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""Named in English, where ``03/10`` is one day in Britain and another in America."""


def number(value: float, decimals: int, language: Language) -> str:
    """A number without trailing zeros: ``7,5`` and ``1 200``; in English ``7.5`` and ``1,200``."""
    whole, comma, part = wording.number(abs(value), decimals).partition(",")
    grouped = f"{int(whole):,}"
    if language is Language.ENGLISH:
        shown = grouped + comma.replace(",", ".") + part
    else:
        shown = grouped.replace(",", NO_BREAK) + comma + part
    return MINUS + shown if value < 0 and shown != "0" else shown


def day(value: date, language: Language) -> str:
    """A day: ``03.10.2026``; in English ``3 Oct 2026``."""
    if language is Language.ENGLISH:
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return wording.written(value)
