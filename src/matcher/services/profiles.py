"""Profiles: what each municipality has chosen, and what it would mean to choose otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher.domain.plan import Plan
from matcher.explain.other_weights import OtherWeights, under_other_weights
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.compared import Difference, differences
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.load import ProfileError, builtin, load, text_of
from matcher.profiles.own import name_of, own_profile
from matcher.profiles.profile import Profile
from matcher.services.ground import Ground
from matcher.services.progress import Progress


@dataclass(frozen=True)
class Profiles(Ground):
    """The profiles that come with the program, and the municipality's own."""

    def profiles(self) -> tuple[Profile, ...]:
        """Every profile that can be used, by title; the municipality's own beside the others."""
        usable = [load(name) for name in builtin()]
        for path in self._own():
            try:
                usable.append(load(str(path)))
            except ProfileError:
                continue  # told by `unusable_profiles`
        return tuple(sorted(usable, key=lambda profile: profile.title))

    def unusable_profiles(self) -> tuple[ProfileError, ...]:
        """Why any of the municipality's own profiles can't be used, each with every fault."""
        faults = []
        for path in self._own():
            try:
                load(str(path))
            except ProfileError as fault:
                faults.append(fault)
        return tuple(faults)

    def profile(self, name_or_path: str) -> Profile:
        """One profile; raises ``ProfileError``, which tells every fault."""
        return load(self._found(name_or_path))

    def profile_text(self, name_or_path: str) -> str:
        """The TOML of a profile as it stands; raises ``ProfileError``."""
        return text_of(self._found(name_or_path))

    def rules(self, profile: Profile) -> tuple[RuleInForce, ...]:
        """Every rule, criterion and setting of a profile, with its source."""
        return rules_in_force(profile)

    def differences(self, here: Profile, there: Profile) -> tuple[Difference, ...]:
        """The lines where two profiles choose differently."""
        return differences(here, there)

    def under_other_weights(
        self,
        request: RoundRequest,
        plan: Plan,
        weights: Mapping[str, int],
        progress: Progress | None = None,
    ) -> OtherWeights:
        """Whose coordinator would be another if the criteria weighed so; a whole round is run.

        Raises ``ChoicesClash`` as the round itself would.
        """
        if progress is not None:
            progress("Kjører runden med de nye vektene", 0.1)
        return under_other_weights(request, plan, weights)

    def own_profile(
        self,
        of: str,
        title: str,
        weights: Mapping[str, int],
        *,
        by: str,
        on: date,
        reason: str,
    ) -> str:
        """The TOML of a profile of the municipality's own; raises ``ProfileError``."""
        return own_profile(self.profile_text(of), title, weights, by=by, on=on, reason=reason)

    def save_profile(self, text: str, title: str) -> Path:
        """Keep a profile of the municipality's own, to be chosen from now on.

        One of the same name is written over; raises ``OSError`` where it can't be written.
        """
        self.profile_folder.mkdir(parents=True, exist_ok=True)
        path = self.profile_folder / f"{name_of(title)}.toml"
        unfinished = path.with_suffix(".ny")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
        return path

    def _own(self) -> list[Path]:
        return sorted(self.profile_folder.glob("*.toml"))

    def _found(self, name_or_path: str) -> str:
        """Where a profile is: the program's own by name, the municipality's in its folder."""
        own = self.profile_folder / f"{name_or_path}.toml"
        is_own = name_or_path not in builtin() and name_or_path == name_of(name_or_path)
        return str(own) if is_own and own.is_file() else name_or_path
