"""When two texts are meant to be the same, and which known text was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

MOST_CANDIDATES = 1000


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without what doesn't change its meaning: case, extra space, kind of dash."""
    text = unicodedata.normalize("NFC", text).casefold()
    text = re.sub(r"\s*[‐‑–—−-]\s*", "-", text)
    return " ".join(text.split())


def closest(text: str, known: Iterable[str]) -> str | None:
    """The known text that was probably meant, or ``None``."""
    return _closest(plain(text), tuple(known)[:MOST_CANDIDATES])


@lru_cache(maxsize=256)
def _closest(text: str, known: tuple[str, ...]) -> str | None:
    by_plain = {plain(word): word for word in reversed(known)}
    found = get_close_matches(text, by_plain, n=2, cutoff=0.6)
    if not found or len({_likeness(text, word) for word in found}) < len(found):
        return None  # S-009 is as near to S-008 as to S-007: nobody can know which was meant
    return by_plain[found[0]]


def _likeness(text: str, word: str) -> float:
    return SequenceMatcher(None, word, text).ratio()
