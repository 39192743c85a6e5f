"""Data: workbooks in, samples and template out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher.domain.finding import Finding
from matcher.domain.roster import Roster
from matcher.exchange.imported import Imported
from matcher.exchange.reading import read, read_path
from matcher.exchange.roster_writing import write_roster
from matcher.exchange.template import template
from matcher.optimizer.pose import pose
from matcher.profiles.profile import Profile
from matcher.sample import generate
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Data(Ground):
    """Import, samples, and what a roster tells before a round."""

    def samples(self) -> tuple[Path, ...]:
        """The sample workbooks."""
        return tuple(sorted(self.sample_folder.glob("*.xlsx")))

    def template(self) -> bytes:
        """An empty workbook with guidance and drop-down lists."""
        return template()

    def import_file(self, name: str, content: bytes, on: date) -> Imported:
        """Read a workbook or a zip of .csv. Bad content raises nothing: it is told."""
        return read(name, content, on)

    def import_path(self, path: Path, on: date) -> Imported:
        """Read a workbook, a zip of .csv or a folder of .csv. Bad content is told."""
        return read_path(path, on)

    def sample(
        self, profile: Profile, *, cases: int, coordinators: int, seed: int, on: date
    ) -> bytes:
        """An invented roster as a workbook, seeded."""
        roster = generate(
            municipality=profile.based_on, cases=cases, coordinators=coordinators, seed=seed, on=on
        )
        return write_roster(roster)

    def notices(self, roster: Roster, profile: Profile) -> tuple[Finding, ...]:
        """What KE should know of a roster before a round under a profile."""
        return pose(roster, profile).findings
