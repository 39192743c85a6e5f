"""Backup and restore of all that lasts."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from matcher.domain.finding import Finding
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Backups(Ground):
    """What the one who runs the program does, at the machine itself."""

    def backup(self, path: Path, pass_phrase: str) -> int:
        """Write an encrypted backup, read it back, and give the number of rows.

        Others may use the program meanwhile. Raises ``BadBackup`` for a weak pass phrase, and
        ``StorageUnavailable``; then there is no new file.
        """
        file, seal, engine = self._parts()
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(seal.sealed(file.dump(engine), pass_phrase))
                out.flush()
                os.fsync(out.fileno())
            with Path(unfinished).open("rb") as written:
                rows = sum("table" in line for line in file.read(seal.opened(written, pass_phrase)))
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        finally:
            engine.dispose()
        return rows

    def restore(self, path: Path, pass_phrase: str) -> tuple[int, tuple[Finding, ...]]:
        """Fill the empty database from a backup: the rows, and every fault of the history.

        Raises ``BadBackup`` where the file, the phrase or the database won't do; then nothing
        is restored.
        """
        file, seal, engine = self._parts()
        try:
            with path.open("rb") as written:
                for _ in seal.opened(written, pass_phrase):
                    pass  # whole, before anything is begun
                written.seek(0)
                rows: int = file.restore(engine, seal.opened(written, pass_phrase))
        finally:
            engine.dispose()
        return rows, self.store.verify_history()

    def _parts(self) -> tuple[Any, Any, Any]:
        """Of the storage, loaded at the first use as everything there."""
        names = ("matcher.storage.backup", "matcher.storage.backup_file", "matcher.storage.engine")
        backup, backup_file, engine = map(import_module, names)
        return backup, backup_file, engine.open_engine(self.database_url)
