"""The cells of a .csv as Norwegian Excel and others write them."""

from __future__ import annotations

import codecs
import csv
import io

from matcher.exchange.cell import Raw
from matcher.exchange.table import (
    MOST_BYTES,
    MOST_CELLS,
    MOST_ROWS,
    Table,
    UnusableFile,
    too_large,
    too_many_rows,
)

GUARD = "'"
"""Put before a text that a spreadsheet would take for a formula; taken away on reading."""
GUARDED = ("=", "+", "-", "@", "\t", "\r", GUARD)


def guarded(text: str) -> str:
    """The text so that no spreadsheet runs it as a formula."""
    return GUARD + text if text.startswith(GUARDED) else text


def unguarded(text: str) -> str:
    """The text as it was before ``guarded``."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(GUARDED) else text


def read_csv(name: str, content: bytes) -> Table:
    """One sheet from one .csv. Raises ``UnusableFile``."""
    if len(content) > MOST_BYTES:
        raise too_large()
    text = _decoded(name, content)
    first_line, _, rest = text.partition("\n")
    if first_line.lower().startswith("sep="):
        text, first_line = rest, rest.partition("\n")[0]
    rows: list[tuple[Raw, ...]] = []
    filled = cells = 0
    try:
        for texts in csv.reader(
            io.StringIO(text, newline=""), delimiter=_separator(first_line), strict=True
        ):
            row: tuple[Raw, ...] = tuple(
                unguarded(cell) if cell.strip() else None for cell in texts
            )
            rows.append(row)
            cells += len(row)
            filled += any(cell is not None for cell in row)
            if filled > MOST_ROWS:
                raise too_many_rows(name)
            if cells > MOST_CELLS:
                raise too_large()
    except csv.Error:
        raise UnusableFile(
            "damaged",
            f"Filen {name}.csv kan ikke leses som en tabell. "
            "Kanskje mangler et avsluttende anførselstegn.",
            name,
        ) from None
    return Table(name, tuple(rows))


def _decoded(name: str, content: bytes) -> str:
    """UTF-16 or UTF-8 where the first bytes say so, else UTF-8, else Windows' own."""
    encoding = "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    for candidate in (encoding, "cp1252"):
        try:
            text = content.decode(candidate)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnusableFile(
        "unknown_encoding",
        f"Skrifttegnene i {name}.csv kan ikke leses. "
        "Kanskje kan du lagre filen på nytt som «CSV UTF-8».",
        name,
    )


def _separator(first_line: str) -> str:
    return max(";,\t", key=first_line.count)
