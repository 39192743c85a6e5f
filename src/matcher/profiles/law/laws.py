"""The laws (lovlista): what is in force, the day somebody last looked, and what is outdated.

The five documents' own lists are partly outdated (S118, S119, S157) and are never a source: a line
cites the law of this list, and the local document for the local rule.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from matcher.domain.finding import Finding, Severity
from matcher.domain.frozen import Frozen
from matcher.domain.months import months_after
from matcher.domain.wording import written
from matcher.profiles.line import StatementId

MONTHS_BETWEEN_CHECKS = 12
"""How long a check of a law, or of a line against its source, is trusted."""

SECTION = re.compile(r"\d+(?:-\d+)?(?: [a-c]\b)?")


class Law(Frozen):
    """An act in force, with the sections the program stands on."""

    short: str
    """How a line cites it, such as ``hol.``."""
    name: str
    act: str
    """Its date and number, and from when where that matters."""
    checked: date
    """The day somebody last saw that it is in force and says this."""
    sections: dict[str, str]
    """What each section is about, by ``§ 7-2 a``."""
    note: str | None = None
    replaces: tuple[str, ...] = ()
    """What older texts cite instead."""

    def is_due(self, on: date) -> bool:
        """Whether the check is over a year old."""
        return months_after(self.checked, MONTHS_BETWEEN_CHECKS) < on


class Outdated(Frozen):
    """A statement of the documents that quotes law which is no longer the whole of it."""

    statement: StatementId
    says: str
    in_force: tuple[str, ...]
    """What is cited instead."""
    cites: tuple[str, ...] = ()
    """What must never be cited."""


class Laws(Frozen):
    """The whole list."""

    law: tuple[Law, ...]
    outdated: tuple[Outdated, ...]

    @property
    def by_short(self) -> dict[str, Law]:
        """Each act by how it is cited."""
        return {law.short: law for law in self.law}


@cache
def laws() -> Laws:
    """The list as it comes with the program."""
    text = (files("matcher.profiles.law") / "laws.toml").read_text(encoding="utf-8")
    return Laws.model_validate(tomllib.loads(text))


def cited(text: str) -> Iterator[tuple[str, str]]:
    """Each act and section in a text such as ``hol. §§ 7-1, 7-2, pbrl. § 2-5 b``."""
    names = "|".join(re.escape(law.short) for law in laws().law)
    for act, sections in re.findall(rf"({names}) §§? ([^§]*?)(?=(?:{names}) §|$)", text):
        for section in SECTION.findall(sections):
            yield act, f"§ {section}"


def unknown_law(text: str) -> tuple[str, ...]:
    """What a line cites as law that isn't in the list; the whole text where nothing is."""
    known = laws().by_short
    found = list(cited(text))
    strange = [f"{act} {section}" for act, section in found if section not in known[act].sections]
    return tuple(strange) if found else (text,)


def law_notices(on: date) -> tuple[Finding, ...]:
    """The acts that nobody has looked at for over a year, to be seen to."""
    return tuple(
        Finding(
            code="law.due",
            severity=Severity.WARNING,
            subject=law.short,
            message=f"{law.name} ble sist kontrollert {written(law.checked)}, for over ett år "
            f"siden. {law.note or 'Kanskje er den endret?'}",
            source=law.act,
        )
        for law in laws().law
        if law.is_due(on)
    )
