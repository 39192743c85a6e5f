"""A sheet as the file gave it, and the faults that make a whole file unusable."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.exchange.cell import Raw

MOST_ROWS = 50_000
"""Rows with content in one sheet; a large city's cases and services are a fifth of it."""
MOST_CELLS = 3_000_000
MOST_BYTES = 40_000_000
"""Of a file, and of what it unpacks to; 3,000 cases and 600 coordinators unpack to 7 million."""


@dataclass(frozen=True)
class Table:
    """The cells of one sheet; ``rows[0]`` is row 1, and rows may be of unequal length."""

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[str, ...] = ()
    """Merged ranges, such as ``B4:C5``."""


class UnusableFile(Exception):
    """The file can't be used at all; ``str`` is the Norwegian sentence that is told."""

    def __init__(self, code: str, message: str, subject: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.subject = subject


def too_many_rows(sheet: str) -> UnusableFile:
    """More rows than any municipality has."""
    most = f"{MOST_ROWS:,}".replace(",", " ")
    return UnusableFile(
        "too_many_rows",
        f"Arket {sheet} har mer enn {most} rader med innhold, og filen er ikke lest. "
        "Kanskje ligger det gamle data eller et annet uttrekk i arket.",
        sheet,
    )


def too_large() -> UnusableFile:
    """More than the program will unpack or read."""
    return UnusableFile(
        "too_large",
        "Filen er for stor til å være en fordelingsrunde, og er ikke lest. "
        "Kanskje inneholder den bilder, gamle data eller formatering langt nedover i arkene.",
    )
