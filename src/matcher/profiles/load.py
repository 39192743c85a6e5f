"""Read a municipality's profile, and say all that is wrong with it at once."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from matcher.domain.finding import Finding, Severity
from matcher.domain.validation_text import in_norwegian
from matcher.domain.wording import sentence
from matcher.profiles.criterion_lines import CriterionLines, weights_fault
from matcher.profiles.profile import Profile

LARGEST_PROFILE_BYTES = 1_000_000
"""A profile is some 15 kB; whatever is far larger is another kind of file."""


class ProfileError(Exception):
    """A profile that can't be used. ``findings`` holds every fault; the message tells them all."""

    def __init__(self, name: str, findings: Iterable[Finding]) -> None:
        self.name = name
        self.findings = tuple(findings)
        super().__init__("\n".join(self._told()))

    def _told(self) -> list[str]:
        faults = [finding.message for finding in self.findings]
        if len(faults) == 1:
            return faults
        return [f"Profilen «{self.name}» har {len(faults)} feil:", *(f"- {f}" for f in faults)]


def builtin() -> tuple[str, ...]:
    """The names of the profiles that come with the program, in alphabetical order."""
    found = (Path(entry.name) for entry in files("matcher.profiles").iterdir())
    return tuple(sorted(path.stem for path in found if path.suffix == ".toml"))


def load(name_or_path: str) -> Profile:
    """A profile by its built-in name, or from a TOML file.

    Raises ``ProfileError`` with every fault, in Norwegian.
    """
    return parse(text_of(name_or_path), name_or_path)


def text_of(name_or_path: str) -> str:
    """The profile's TOML as it stands, for keeping beside a round; `parse` reads it again.

    Raises ``ProfileError`` where there is no such profile, or the file isn't text.
    """
    if name_or_path in builtin():
        return (files("matcher.profiles") / f"{name_or_path}.toml").read_text(encoding="utf-8")
    path = Path(name_or_path)
    if path.suffix.lower() != ".toml":
        raise _unusable(name_or_path, "profile.unknown", _unknown_name(name_or_path))
    try:
        if not path.is_file():
            text = f"Finner ikke profilfilen «{name_or_path}». Kanskje står den i en annen mappe?"
            raise _unusable(name_or_path, "profile.no_file", text)
        if path.stat().st_size > LARGEST_PROFILE_BYTES:
            text = f"Filen «{name_or_path}» er for stor til å være en profil."
            raise _unusable(name_or_path, "profile.too_large", text)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as fault:
        text = f"Kan ikke lese profilfilen «{name_or_path}». Kanskje er den ikke lagret som UTF-8?"
        raise _unusable(name_or_path, "profile.unreadable", text) from fault


@lru_cache(maxsize=64)  # a page asks for the same few each time it is drawn
def parse(text: str, name: str = "profil") -> Profile:
    """A profile from the text of its TOML; ``name`` is only used to tell of faults.

    Raises ``ProfileError`` with every fault, each with the path of its key.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise _unusable(name, "profile.not_toml", _not_toml(name, fault)) from fault
    try:
        return Profile.model_validate(data)
    except ValidationError as fault:
        raise ProfileError(name, _all_faults(data, fault.errors())) from fault


def sha256(profile: Profile) -> str:
    """The profile's fingerprint: the same for the same choices, whatever the file's layout.

    What isn't chosen leaves no trace, so a line that a later version knows changes no older file's.
    """
    content = json.dumps(profile.model_dump(mode="json", exclude_none=True), sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _unusable(name: str, code: str, message: str) -> ProfileError:
    return ProfileError(
        name, [Finding(code=code, severity=Severity.ERROR, subject=name, message=message)]
    )


def _unknown_name(name: str) -> str:
    near = difflib.get_close_matches(name.lower(), builtin(), n=1)
    perhaps = f" Kanskje mente du «{near[0]}»?" if near else ""
    return (
        f"Det finnes ingen profil som heter «{name}».{perhaps} "
        f"Disse følger med: {', '.join(builtin())}. "
        "En egen profil oppgis med filnavnet, som slutter på .toml."
    )


def _not_toml(name: str, fault: Exception) -> str:
    if isinstance(fault, RecursionError):
        return f"Profilen «{name}» er ikke en profil: lister står i lister for mange ganger."
    place = re.search(r"line (\d+), column (\d+)", str(fault))
    where = f"linje {place[1]}, kolonne {place[2]}" if place else "slutten av filen"
    return (
        f"Profilen «{name}» er ikke gyldig TOML: feilen er ved {where}. "
        "Kanskje mangler et anførselstegn, en klamme eller et likhetstegn?"
    )


def _all_faults(data: dict[str, Any], errors: list[ErrorDetails]) -> list[Finding]:
    """Every fault, also those that an unknown key or a faulty line would hide."""
    unknown = [error for error in errors if error["type"] == "extra_forbidden"]
    if unknown:
        cleaned = _without(data, [error["loc"] for error in unknown])
        try:
            Profile.model_validate(cleaned)
            errors = unknown
        except ValidationError as fault:
            errors = unknown + fault.errors()
    findings = {_path(error["loc"]): _finding(error) for error in errors}
    if fault_in_weights := _weights_fault(data):
        findings["criteria"] = _fault("profile.value_error", "criteria", fault_in_weights)
    return [findings[path] for path in sorted(findings)]


def _finding(error: ErrorDetails) -> Finding:
    path = _path(error["loc"])
    text = in_norwegian(error)
    if error["type"] == "extra_forbidden":
        text += _did_you_mean(error["loc"])
    return _fault(f"profile.{error['type']}", path, text)


def _fault(code: str, path: str, text: str) -> Finding:
    message = f"{path}: {text}" if path else sentence(text)
    return Finding(code=code, severity=Severity.ERROR, subject=path, message=message)


def _path(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in loc if part != "[key]")


def _did_you_mean(loc: tuple[int | str, ...]) -> str:
    model: type[BaseModel] = Profile
    for part in loc[:-1]:
        field = model.model_fields[str(part)].annotation
        model = next(kind for kind in (field, *get_args(field)) if isinstance(kind, type))
    near = difflib.get_close_matches(str(loc[-1]), model.model_fields, n=1)
    return f". Kanskje mente du «{near[0]}»?" if near else ""


def _without(data: Mapping[str, Any], paths: list[tuple[int | str, ...]]) -> dict[str, Any]:
    here = {path[0] for path in paths if len(path) == 1}
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if key in here:
            continue
        below = [path[1:] for path in paths if len(path) > 1 and path[0] == key]
        kept[key] = _without(value, below) if below else value
    return kept


def _weights_fault(data: Mapping[str, Any]) -> str | None:
    """The sum of the weights as they stand in the file, where each of them is a whole number."""
    criteria = data.get("criteria")
    if not isinstance(criteria, dict):
        return None
    weights: dict[str, int] = {}
    for name in CriterionLines.model_fields:
        line = criteria.get(name)
        weight = line.get("weight") if isinstance(line, dict) else None
        if type(weight) is not int:
            return None
        weights[name] = weight
    return weights_fault(weights)
