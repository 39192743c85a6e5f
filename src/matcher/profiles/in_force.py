"""Every rule, criterion and setting of a profile, with its source and the day it was checked.

Walked from the profile's own shape, so that a line that is added there is told here too.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Role
from matcher.domain.wording import listed
from matcher.profiles.entitlement_lines import Counting
from matcher.profiles.line import Line, Mode, Unknown
from matcher.profiles.profile import Chair, Profile, Siblings, StandIn

GROUPS = {
    "words": "Ord",
    "entitlement": "Roller",
    "rules": "Regler",
    "criteria": "Vurderingskriterier",
    "goals": "Mål",
    "gates": "Før avgjørelsen er endelig",
    "tasks": "Oppgaver etter avgjørelsen",
    "alerts": "Varsler",
}
OTHERWISE = "Innstillinger"

WORDS: dict[type[StrEnum], dict[str, str]] = {
    Mode: {"refuse": "stopper", "warn": "varsler", "off": "brukes ikke"},
    Unknown: {"ask": "KE må avklare", "warn": "varsler", "refuse": "stopper"},
    Counting: {"health_services": "helsetjenester", "help_instances": "hjelpeinstanser"},
    Siblings: {"must": "skal", "prefer": "helst"},
    StandIn: {
        "nearest_leader": "nærmeste leder",
        "knows_the_person": "en annen tjenesteyter som kjenner personen",
    },
    Chair: {"coordinator": "koordinatoren", "agreed_each_time": "avtales hver gang"},
}
"""The values that stand in English in a profile. The others are Norwegian as they stand."""

WHY_NOT = ("mode", "weight", "why", "is_used")
"""Of a line that isn't in force, only the settings that say so."""

EVERY_ROLE = tuple(role for role in Role if role is not Role.NONE)


class Setting(Frozen):
    """One value of a line: its key in the file, its name, and what it says, in Norwegian."""

    key: str
    title: str
    says: str


class RuleInForce(Frozen):
    """One line of a profile as a person reads it."""

    key: str
    """The path in the file, such as ``rules.opplaering``."""
    group: str
    title: str
    is_in_force: bool
    """False for a rule that is off, a weight of 0, and a role that isn't used."""
    settings: tuple[Setting, ...]
    statements: tuple[str, ...]
    law: str | None
    practice: str | None
    source: str
    """Statements, law and practice in one short text."""
    checked: date


def rules_in_force(profile: Profile) -> tuple[RuleInForce, ...]:
    """Every line of the profile, in the order of the file."""
    return tuple(
        RuleInForce(
            key=key,
            group=GROUPS.get(key.split(".")[0], OTHERWISE),
            title=title,
            is_in_force=_is_in_force(line),
            settings=_settings(line),
            statements=line.statements,
            law=line.law,
            practice=line.practice,
            source=line.source,
            checked=line.checked,
        )
        for key, title, line in lines(profile)
    )


def lines(profile: Profile) -> Iterator[tuple[str, str, Line]]:
    """The path in the file, the Norwegian title, and the line, for every line of the profile."""
    yield from _lines_below(profile, "")


def _lines_below(part: Frozen, prefix: str) -> Iterator[tuple[str, str, Line]]:
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, Line):
            yield f"{prefix}{name}", field.title or "", value
        elif isinstance(value, Frozen):
            yield from _lines_below(value, f"{prefix}{name}.")


def _settings(line: Line) -> tuple[Setting, ...]:
    shown = type(line).model_fields.keys() if _is_in_force(line) else WHY_NOT
    return tuple(
        Setting(key=name, title=field.title or "", says=said(getattr(line, name)))
        for name, field in type(line).model_fields.items()
        if name in shown and name not in Line.model_fields and getattr(line, name) is not None
    )


def _is_in_force(line: Line) -> bool:
    facts = line.model_dump()
    return facts.get("mode") != Mode.OFF and facts.get("weight") != 0 and facts.get("is_used", True)


def said(value: object) -> str:
    """A profile's value in Norwegian."""
    match value:
        case bool():
            return "ja" if value else "nei"
        case StrEnum():
            return WORDS.get(type(value), {}).get(value.value, value.value)
        case float():
            return f"{value:g}".replace(".", ",")
        case tuple():
            every_role = value == EVERY_ROLE
            return "alle" if every_role else listed(said(item) for item in value) or "ingen"
        case dict():
            return "; ".join(f"{said(key)}: {said(item)}" for key, item in value.items())
    return str(value)
