"""A new municipality's profile: another one's, with every local source still to be found.

What stands on a statement of the other municipality's document doesn't stand on anything here yet.
Such a line is marked, and `to_settle` tells which are left.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import tomlkit

from matcher.domain.finding import Finding, Severity
from matcher.domain.months import months_after
from matcher.domain.wording import plain_id, written
from matcher.profiles.in_force import lines
from matcher.profiles.law.laws import MONTHS_BETWEEN_CHECKS, law_notices, unknown_law
from matcher.profiles.load import ProfileError, builtin, parse
from matcher.profiles.profile import Profile

MARK = "Hentet fra"
"""How the reason of a line begins that nobody has held against the municipality's own document."""
OF_A_DOCUMENT = re.compile(r"dokumentet|håndboka|teksten", re.IGNORECASE)
"""A reason that speaks of the other municipality's document."""
OWN_DOCUMENT = "Skriv her: navnet på dokumentet deres, og året"


def new_profile(text: str, name: str, on: date) -> str:
    """The TOML of a new profile from another one's. ``name`` is the municipality's, as *Alver*.

    Raises ``ProfileError`` where the other one can't be used, or the name is taken or empty.
    """
    other = parse(text)
    title = name.strip().removesuffix("kommune").strip()
    _refuse_taken(plain_id(title), name)
    document: Any = tomlkit.parse(text)
    document["id"], document["title"] = plain_id(title), title
    document["document"] = OWN_DOCUMENT
    document["words"]["municipality"] = f"{title} kommune"
    document.pop("origin", None)
    mark = f"{MARK} {other.title}. Se hva deres eget dokument sier, og skriv det her."
    for key, _, line in lines(other):
        table = _table(document, key)
        if line.statements or (line.practice and OF_A_DOCUMENT.search(line.practice)):
            table.pop("statements", None)
            table["practice"] = f"{mark} Der: {line.practice}" if line.practice else mark
        table["checked"] = on
    fresh = tomlkit.dumps(document)
    parse(fresh, name)
    return _with_own_head(fresh, title)


def to_settle(profile: Profile, on: date) -> tuple[Finding, ...]:
    """What is left to do in a profile that can be used, and what should be looked at again."""
    return (
        *_unsettled(profile),
        *_strange_law(profile),
        *_old_lines(profile, on),
        *law_notices(on),
    )


def _refuse_taken(id_: str, name: str) -> None:
    if not id_:
        text = "Profilen må ha et navn. Kanskje slik: matcher profile new Fjordby"
    elif id_ in builtin():
        text = f"Det finnes alt en profil for «{id_}». Kanskje vil dere endre vektene i den?"
    else:
        return
    finding = Finding(code="profile.name", severity=Severity.ERROR, subject=name, message=text)
    raise ProfileError(name, [finding])


def _unsettled(profile: Profile) -> list[Finding]:
    found = []
    if profile.document == OWN_DOCUMENT:
        found.append(_warning("document", "document", "Navnet på deres eget dokument mangler."))
    for key, title, line in lines(profile):
        if line.practice and line.practice.startswith(MARK):
            other = line.practice.removeprefix(MARK).partition(".")[0].strip()
            text = f"«{title}» er som i {other}, og er ikke holdt opp mot deres eget dokument."
            found.append(_warning("unsettled", key, text))
    return found


def _strange_law(profile: Profile) -> list[Finding]:
    return [
        _warning(
            "law", key, f"{', '.join(strange)} står ikke i lovlista. Kanskje er det skrevet feil?"
        )
        for key, _, line in lines(profile)
        if line.law and (strange := unknown_law(line.law))
    ]


def _old_lines(profile: Profile, on: date) -> list[Finding]:
    old = [
        line.checked
        for _, _, line in lines(profile)
        if months_after(line.checked, MONTHS_BETWEEN_CHECKS) < on
    ]
    if not old:
        return []
    text = (
        f"{len(old)} linjer er ikke kontrollert det siste året, den eldste {written(min(old))}. "
        "Kanskje er dokumentet deres endret?"
    )
    return [_warning("old", "checked", text)]


def _warning(code: str, subject: str, message: str) -> Finding:
    return Finding(
        code=f"profile.{code}", severity=Severity.WARNING, subject=subject, message=message
    )


def _table(document: Any, key: str) -> Any:
    for part in key.split("."):
        document = document[part]
    return document


def _with_own_head(text: str, title: str) -> str:
    """The other municipality's head comment is about its own document."""
    lines_ = text.splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines_) if not line.startswith("#") and line.strip())
    head = (
        f"# {title} kommune. Slik fyller dere den ut: docs/how-to-add-a-municipality.md.\n"
        "# Hver linje har kilde: law (lov i kraft) eller practice (hva deres eget dokument sier,\n"
        "# eller hvorfor dere gjør det slik). checked er dagen noen sist så etter.\n\n"
    )
    return head + "".join(lines_[first:])
