"""Numbers and dates as Norwegian bokmål writes them."""

from datetime import date

from matcher.domain import wording

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
UNKNOWN = "ikke kjent"


def number(value: float | None, decimals: int = 1) -> str:
    """A number with decimal comma, without trailing zeros: ``7,5``, ``1 200``, ``−3``."""
    if value is None:
        return UNKNOWN
    whole, comma, part = wording.number(abs(value), decimals).partition(",")
    shown = f"{int(whole):,}".replace(",", NO_BREAK) + comma + part
    return MINUS + shown if value < 0 and shown != "0" else shown


def hours(value: float | None) -> str:
    """Hours with their unit, to the hundredth that a round counts in: ``7,25 timer``."""
    if value is None:
        return UNKNOWN
    return f"{number(value, 2)}{NO_BREAK}{'time' if value == 1 else 'timer'}"


def day(value: date | None) -> str:
    """A date, or that it isn't known."""
    return UNKNOWN if value is None else wording.written(value)
