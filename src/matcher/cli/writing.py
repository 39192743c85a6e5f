"""Writing answers: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class CanNotWrite(Exception):
    """A place that can't be written to; the message is for the user."""


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it. Raises ``CanNotWrite``."""
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


def write_folder(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write the files of an answer; one that is ``None`` is removed if an older run left it."""
    for name, content in files.items():
        if content is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write_bytes(folder / name, content)
