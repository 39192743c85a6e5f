"""Data and rules: profiles, workbooks in, samples and template out."""

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
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.load import builtin, load, text_of
from matcher.profiles.profile import Profile
from matcher.sample import generate
from matcher.services.ground import Ground


@dataclass(frozen=True)
class Data(Ground):
    """Import, samples, profiles and rules."""

    def profiles(self) -> tuple[Profile, ...]:
        """Every profile that comes with the program, by title."""
        return tuple(sorted((load(name) for name in builtin()), key=lambda p: p.title))

    def profile(self, name_or_path: str) -> Profile:
        """One profile; raises ``ProfileError``, which tells every fault."""
        return load(name_or_path)

    def profile_text(self, name_or_path: str) -> str:
        """The TOML of a profile as it stands; raises ``ProfileError``."""
        return text_of(name_or_path)

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
            municipality=profile.id, cases=cases, coordinators=coordinators, seed=seed, on=on
        )
        return write_roster(roster)

    def notices(self, roster: Roster, profile: Profile) -> tuple[Finding, ...]:
        """What KE should know of a roster before a round under a profile."""
        return pose(roster, profile).findings

    def rules(self, profile: Profile) -> tuple[RuleInForce, ...]:
        """Every rule, criterion and setting of a profile, with its source."""
        return rules_in_force(profile)
