"""What the surroundings decide: environment variables, read once into one frozen value."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("nb", "nn", "en")
BESIDE_THE_CODE = Path(__file__).parents[2] / "data" / "sample"


@dataclass(frozen=True)
class Settings:
    """Where the program finds what isn't part of it."""

    sample_folder: Path = BESIDE_THE_CODE
    """The sample workbooks (``MATCHER_SAMPLE_FOLDER``)."""
    database_url: str = field(default_factory=lambda: _database_file({}))
    """Where decisions and history are kept (``MATCHER_DATABASE_URL``; otherwise the file
    koordinatormatch.db in ``MATCHER_DATA_FOLDER``, or in the user's own folder for data)."""
    profile_folder: Path = field(default_factory=lambda: _data_folder({}) / "profiler")
    """The municipality's own profiles (``MATCHER_PROFILE_FOLDER``; otherwise the folder
    profiler where the database is by default)."""
    language: str = "nb"
    """The language of the pages until somebody chooses: ``nb``, ``nn`` or ``en``
    (``MATCHER_LANGUAGE``; anything else is bokmål)."""
    places_key_file: Path | None = None
    """The key that seals where blocked addresses are (``MATCHER_PLACES_KEY_FILE``); without it
    such places aren't kept at all."""
    shows_own_faults: bool = False
    """Show where the program itself failed (``MATCHER_DEBUG``); not for users."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this run."""
    folder = environment.get("MATCHER_SAMPLE_FOLDER")
    own = environment.get("MATCHER_PROFILE_FOLDER")
    key = environment.get("MATCHER_PLACES_KEY_FILE")
    return Settings(
        sample_folder=Path(folder) if folder else BESIDE_THE_CODE,
        database_url=environment.get("MATCHER_DATABASE_URL") or _database_file(environment),
        profile_folder=Path(own) if own else _data_folder(environment) / "profiler",
        language=_known_language(environment.get("MATCHER_LANGUAGE", "")),
        places_key_file=Path(key) if key else None,
        shows_own_faults=environment.get("MATCHER_DEBUG", "") not in ("", "0"),
    )


def _known_language(named: str) -> str:
    return named if named in LANGUAGES else LANGUAGES[0]


def _database_file(environment: Mapping[str, str]) -> str:
    return f"sqlite:///{_data_folder(environment).absolute() / 'koordinatormatch.db'}"


def _data_folder(environment: Mapping[str, str]) -> Path:
    if named := environment.get("MATCHER_DATA_FOLDER"):
        return Path(named)
    users = environment.get("LOCALAPPDATA") or environment.get("XDG_DATA_HOME")
    return Path(users or Path.home() / ".local" / "share") / "koordinatormatch"
