"""Upkeep: a profile for a new municipality, what is left to settle in one, and the law behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.domain.finding import Finding
from matcher.profiles.law.laws import Laws, laws
from matcher.profiles.load import parse, text_of
from matcher.profiles.new import new_profile, to_settle
from matcher.profiles.profile import Profile
from matcher.services.ground import Ground
from matcher.statements.told import ToldStatement, told_statements


@dataclass(frozen=True)
class Upkeep(Ground):
    """What keeps the rules in step with documents and law."""

    def new_profile(self, name: str, of: str, on: date) -> tuple[str, str]:
        """The file name and the TOML of a new municipality's profile, made from another one's.

        Raises ``ProfileError`` where the other one can't be used, or the name is taken or empty.
        """
        text = new_profile(text_of(of), name, on)
        return f"{parse(text).id}.toml", text

    def to_settle(self, profile: Profile, on: date) -> tuple[Finding, ...]:
        """What is left to do in a profile that can be used, and what to look at again."""
        return to_settle(profile, on)

    def laws(self) -> Laws:
        """The law in force that profiles and letters stand on, and the day each was checked."""
        return laws()

    def statements(self, profile: Profile) -> tuple[ToldStatement, ...]:
        """What the program does of each statement of the profile's document; none for others."""
        return told_statements(profile.based_on)
