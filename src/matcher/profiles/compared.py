"""Two municipalities' profiles held beside each other: the lines where they choose differently."""

from __future__ import annotations

from matcher.domain.frozen import Frozen
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.profile import Profile


class Difference(Frozen):
    """One line that says something else in the one profile than in the other."""

    key: str
    """The path in the file, such as ``rules.opplaering``."""
    group: str
    title: str
    here: RuleInForce | None
    """``None`` where the profile doesn't have the line."""
    there: RuleInForce | None


def differences(here: Profile, there: Profile) -> tuple[Difference, ...]:
    """The lines where two profiles choose differently, in the order of the first.

    Sources and the day they were checked are each municipality's own, and are no difference.
    """
    mine, theirs = _by_key(here), _by_key(there)
    found = []
    for key in [*mine, *(key for key in theirs if key not in mine)]:
        one, other = mine.get(key), theirs.get(key)
        shown = one or other
        if shown is not None and _says(one) != _says(other):
            found.append(
                Difference(key=key, group=shown.group, title=shown.title, here=one, there=other)
            )
    return tuple(found)


def _by_key(profile: Profile) -> dict[str, RuleInForce]:
    return {line.key: line for line in rules_in_force(profile)}


def _says(line: RuleInForce | None) -> tuple[object, ...] | None:
    """What is chosen: a reason in words is no choice."""
    if line is None:
        return None
    chosen = tuple((s.key, s.says) for s in line.settings if s.key != "why")
    return line.is_in_force, chosen
