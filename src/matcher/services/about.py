"""What the program itself is made of, and where it keeps what lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from matcher.explain.answer import versions
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Kept:
    """Where what lasts is kept, as it can be shown: never with a password."""

    database: str
    profile_folder: str


@dataclass(frozen=True)
class About(Ground):
    """Questions about the program, not about any case."""

    def versions(self) -> Mapping[str, str]:
        """The program's version and those of what it is made of, as a round carries them."""
        return versions()

    def kept_at(self) -> Kept:
        """The database and the folder of the municipality's own profiles."""
        return Kept(_without_password(self.database_url), str(self.profile_folder.absolute()))


def _without_password(url: str) -> str:
    """A file's path; of a server only kind, host and name."""
    parts = urlsplit(url)
    if parts.scheme.startswith("sqlite"):
        return parts.path.removeprefix("/")
    return f"{parts.scheme.partition('+')[0]}://{parts.hostname or ''}{parts.path}"
