"""The samples that come with the program, in ``data/sample``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from matcher.domain.roster import Roster
from matcher.exchange import write_csv_folder, write_roster
from matcher.sample.faults import faulty
from matcher.sample.generate import generate

ON = date(2026, 11, 23)
"""The day of every committed sample."""


def committed_rosters() -> Mapping[str, Roster]:
    """The rosters by name: as many cases and coordinators as Farsund, and as Ås, might have."""
    return {
        "liten": generate(municipality="farsund", cases=55, coordinators=24, seed=7, on=ON),
        "middels": generate(municipality="as", cases=180, coordinators=60, seed=8, on=ON),
    }


def write_committed(folder: Path) -> None:
    """Write every committed sample into the folder; what was there by the same name is gone."""
    rosters = committed_rosters()
    folder.mkdir(parents=True, exist_ok=True)
    for name, roster in rosters.items():
        (folder / f"{name}.xlsx").write_bytes(write_roster(roster))
    (folder / "liten-med-feil.xlsx").write_bytes(faulty(rosters["liten"]))
    write_csv_folder(rosters["liten"], folder / "liten-csv")
