"""What the surroundings decide: environment variables, read once into one frozen value."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BESIDE_THE_CODE = Path(__file__).parents[2] / "data" / "sample"


@dataclass(frozen=True)
class Settings:
    """Where the program finds what isn't part of it."""

    sample_folder: Path = BESIDE_THE_CODE
    """The sample workbooks (``MATCHER_SAMPLE_FOLDER``)."""
    shows_own_faults: bool = False
    """Show where the program itself failed (``MATCHER_DEBUG``); not for users."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this run."""
    folder = environment.get("MATCHER_SAMPLE_FOLDER")
    return Settings(
        sample_folder=Path(folder) if folder else BESIDE_THE_CODE,
        shows_own_faults=environment.get("MATCHER_DEBUG", "") not in ("", "0"),
    )
