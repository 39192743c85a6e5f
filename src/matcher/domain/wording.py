"""How facts are put in Norwegian words, wherever a person reads them."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

NO_BREAK = "\N{NO-BREAK SPACE}"
ONE = {
    "saker": "sak",
    "koordinatorer": "koordinator",
    "måneder": "måned",
    "timer": "time",
    "runder": "runde",
}
"""Units in the singular; those that aren't here are the same for one and many."""


def written(day: date) -> str:
    """A day as it is written in Norwegian, such as 03.10.2026."""
    return f"{day:%d.%m.%Y}"


def listed(words: Iterable[str]) -> str:
    """Words in a sentence, such as «rus, skole og NAV»; empty for none."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} og {last}" if first else last


def sentence(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def number(value: float, decimals: int = 2) -> str:
    """A number with decimal comma and no idle zeros, such as «7,5»."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text


def with_unit(shown: str, unit: str) -> str:
    """A written number with its unit, in the singular for one: «1 sak», «7,5 timer»."""
    return f"{shown}{NO_BREAK}{ONE.get(unit, unit) if shown in ('1', '-1') else unit}"


def folded(word: str) -> str:
    """A word without regard to case and surrounding space, for comparing what people wrote."""
    return word.strip().casefold()


def plain_id(text: str) -> str:
    """A name as a short id or file name: «Ås, vår egen» is ``as-var-egen``; empty for none."""
    spelt = folded(text).replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
