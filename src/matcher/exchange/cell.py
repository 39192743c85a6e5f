"""What stands in a cell before anyone has understood it, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Unreadable:
    """A cell whose value can't be had, with the Norwegian words for why."""

    shown: str
    why: str


Raw = str | int | float | bool | date | datetime | time | timedelta | Unreadable | None
"""A cell as the file gave it. A .csv has only text."""

SHOWN_CHARACTERS = 40


def is_empty(raw: Raw) -> bool:
    """Whether the cell says nothing: *not known*."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def shown(raw: Raw) -> str:
    """The cell as a person would recognise it, short enough for a message."""
    text = " ".join(whole_text(raw).split())
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def whole_text(raw: Raw) -> str:
    """The cell as a Norwegian spreadsheet shows it; empty for an empty cell."""
    match raw:
        case None:
            return ""
        case Unreadable():
            return raw.shown
        case bool():
            return "SANN" if raw else "USANN"
        case date():
            return raw.strftime("%d.%m.%Y")
        case float():
            return number_as_text(raw)
        case _:
            return str(raw)


def number_as_text(number: float) -> str:
    """A number as Norwegians write it: decimal comma, no needless decimals."""
    return str(int(number)) if float(number).is_integer() else repr(number).replace(".", ",")
