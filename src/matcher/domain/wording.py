"""How facts are put in Norwegian words, wherever a person reads them."""

from collections.abc import Iterable
from datetime import date


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


def folded(word: str) -> str:
    """A word without regard to case and surrounding space, for comparing what people wrote."""
    return word.strip().casefold()
