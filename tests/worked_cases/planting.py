"""Planted faults: a profile in which one setting of one line is another than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Role
from matcher.entitlement import placed_in_round
from matcher.profiles.criterion_lines import Pedagog
from matcher.profiles.entitlement_lines import ChildRole
from matcher.profiles.in_force import lines
from matcher.profiles.line import Line, Mode, RuleLine
from matcher.profiles.profile import Profile

OFF = {"mode": Mode.OFF, "weight": 0, "is_used": False}
"""How a line says that it isn't in use."""

ALWAYS_ANSWERED = ("rules.inhabil", "rules.har_avslatt")
"""Nothing recorded is an answer: these rules never meet an unknown."""


HELD_BY_CODE = ("profession_filter_forbidden",)
"""Refuses other profiles rather than doing something in a round: `tests/profiles/test_load.py`."""


@dataclass(frozen=True)
class Fault:
    """One setting of one line, changed."""

    line: str
    setting: str
    value: object
    profile: Profile

    def __str__(self) -> str:
        return f"{self.line}.{self.setting} = {self.value}"


def faults(profile: Profile) -> Iterator[Fault]:
    """Every fault that could be planted in a profile and would mean something there.

    Switches are turned, choices made otherwise, numbers shifted to both sides, members of lists
    taken out, texts changed. A setting that can't have an effect is passed over: see `idle`.
    """
    for key, _, line in lines(profile):
        for name in type(line).model_fields:
            if name in Line.model_fields or idle(profile, key, line, name):
                continue
            for value in _others(line, name, getattr(line, name), profile):
                if (changed := _changed(line, name, value)) is not None:
                    yield Fault(key, name, value, with_line(profile, key, changed))


def taken_out(profile: Profile, key: str) -> Profile:
    """The profile without a line: left out, off, weighing nothing, or else saying something else.

    Raises ``StopIteration`` for a line that has nothing to take out.
    """
    found = next(line for name, _, line in lines(profile) if name == key)
    group, _, name = key.rpartition(".")
    holder = getattr(profile, group) if group else profile
    if type(holder).model_fields[name].default is None:
        return with_line(profile, key, None)
    off = {switch: value for switch, value in OFF.items() if hasattr(found, switch)}
    if off:
        return with_line(profile, key, found.model_copy(update=off))
    return next(fault.profile for fault in faults(profile) if fault.line == key)


def says_nothing(profile: Profile, key: str, line: Line) -> bool:
    """Whether a line only carries a source: there is nothing in it to take out or to change.

    What is off already is here too, and so is a right or a ban that code alone holds to.
    """
    if _is_off(line):
        return True
    *group, name = key.split(".")
    holder = getattr(profile, group[0]) if group else profile
    is_optional = type(holder).model_fields[name].default is None
    has_settings = type(line).model_fields.keys() > Line.model_fields.keys()
    return not has_settings and (not is_optional or key in HELD_BY_CODE)


def _is_off(line: Line) -> bool:
    return any(getattr(line, switch, None) == off for switch, off in OFF.items())


def idle(profile: Profile, key: str, line: Line, name: str) -> bool:
    """Whether the setting does nothing in this profile, whatever it says.

    The reason for a weight is only read. A rule that refuses nobody has nothing to set aside, and
    one that is about recorded relations is always answered. Of what is off only the switch counts,
    and a criterion for roles that the municipality doesn't have counts for nothing.
    """
    if name == "why" or (name == "unknown" and key in ALWAYS_ANSWERED):
        return True
    if isinstance(line, RuleLine) and line.mode is not Mode.OFF:
        return name == "may_override" and line.mode is not Mode.REFUSE
    if isinstance(line, Pedagog) and not set(line.roles) & set(_given(profile)):
        return True
    return _is_off(line) and name not in OFF


def with_line(profile: Profile, key: str, line: Line | None) -> Profile:
    """The profile with another line at a path such as ``rules.opplaering``."""
    *parts, name = key.split(".")
    if not parts:
        return profile.model_copy(update={name: line})
    (part,) = parts
    group: Frozen = getattr(profile, part)
    return profile.model_copy(update={part: group.model_copy(update={name: line})})


def _others(line: Line, name: str, value: object, profile: Profile) -> Iterator[object]:
    if name == "roles":
        yield from _other_roles(line, profile)
        return
    match value:
        case bool():
            yield not value
        case StrEnum():
            yield from (one for one in type(value) if one is not value)
        case int() | float():
            yield from _shifted(value, is_weight=name == "weight")
        case str():
            yield "noe annet"
        case tuple():
            yield from (tuple(one for one in value if one is not out) for out in value)
        case dict():
            yield from _other_tables(value)


def _changed(line: Line, name: str, value: object) -> Line | None:
    """The line with another value; ``None`` where no profile could be loaded with it.

    Nor where a need that was seen early would only count from a higher level than others.
    """
    try:
        changed = type(line).model_validate({**dict(line), name: value})
    except ValidationError:
        return None
    if isinstance(changed, ChildRole):
        early, ordinary = changed.from_bti_level_when_found_early, changed.from_bti_level
        return changed if early <= ordinary else None
    return changed


def _other_roles(line: Line, profile: Profile) -> Iterator[tuple[Role, ...]]:
    """Each role that somebody is placed in, taken out or put in."""
    roles: tuple[Role, ...] = getattr(line, "roles")  # noqa: B009
    for role in _given(profile):
        without = tuple(one for one in roles if one is not role)
        yield without if role in roles else (*roles, role)


def _given(profile: Profile) -> tuple[Role, ...]:
    """The roles that KE finds somebody for."""
    return tuple(
        role for role in Role if _is_used(role, profile) and placed_in_round(role, profile)
    )


def _is_used(role: Role, profile: Profile) -> bool:
    owed = profile.entitlement
    used = {
        Role.KOORDINATOR_WITHOUT_CLAIM: owed.koordinator_without_claim.is_used,
        Role.STAFETTHOLDER: owed.stafettholder.is_used,
    }
    return used.get(role, True)


def _shifted(value: float, *, is_weight: bool) -> Iterator[float]:
    """To both sides by one, or a tenth where that is more; a weight is taken away and doubled."""
    if is_weight:
        yield from ((0, 2 * value) if value else (5,))
        return
    step = max(1, round(value / 10)) if isinstance(value, int) else 0.5
    yield value + step
    if value - step >= 0:
        yield value - step


def _other_tables(table: dict[object, object]) -> Iterator[dict[object, object]]:
    for key, value in table.items():
        if isinstance(value, tuple):
            yield from (
                {**table, key: tuple(one for one in value if one is not out)} for out in value
            )
        elif isinstance(value, int | float):
            yield {**table, key: value + 0.5}
