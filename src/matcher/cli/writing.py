"""Writing answers: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

ENDINGS = {b"%PDF": (".pdf",), b"PK": (".xlsx", ".zip")}
"""What the content begins with, and the endings by which other programs know it."""


class CanNotWrite(Exception):
    """A place that can't be written to; the message is for the user."""


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it. Raises ``CanNotWrite``."""
    _hold_ending(path, content)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(part).replace(path)
        except OSError:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise CanNotWrite(
            f"Kan ikke skrive {path}. Kanskje er fila åpen i et annet program, eller mappa låst?"
        ) from fault


def _hold_ending(path: Path, content: bytes) -> None:
    """A letter called .docx would be refused by the program that is to open it."""
    known = next((e for start, e in ENDINGS.items() if content.startswith(start)), None)
    if known and path.suffix.lower() not in known:
        raise CanNotWrite(
            f"Fila må slutte på {known[0]}, og {path} gjør ikke det. "
            f"Kanskje: {path.with_suffix(known[0])}"
        )


def write_folder(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write the files of an answer; one that is ``None`` is removed if an older run left it."""
    for name, content in files.items():
        if content is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write_bytes(folder / name, content)
