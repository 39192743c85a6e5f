"""What every service stands on: where the samples are, and what lasts."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.settings import from_environment

if TYPE_CHECKING:
    from matcher.storage.store import Store


@dataclass(frozen=True)
class Ground:
    """The folders and the database that the services use."""

    sample_folder: Path = Path("data/sample")
    database_url: str = field(default_factory=lambda: from_environment().database_url)

    @property
    def store(self) -> Store:
        """What lasts; opened at the first use, for most commands never need it.

        Raises ``StorageUnavailable``.
        """
        opened: Store = import_module("matcher.storage.store").store_at(self.database_url)
        return opened
