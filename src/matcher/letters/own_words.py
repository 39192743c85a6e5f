"""What a municipality says in its own words, line by line, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from matcher.domain.finding import Finding
from matcher.domain.frozen import Frozen
from matcher.domain.validation_text import in_norwegian
from matcher.letters.error import LetterError, fault
from matcher.letters.language import Language
from matcher.profiles.line import Line

GENERAL = "general"


class OwnLine(Line):
    """A sentence in each language, with the statements, law or practice behind it."""

    nb: str = Field(min_length=1, title="på bokmål")
    nn: str = Field(min_length=1, title="på nynorsk")
    en: str = Field(min_length=1, title="på engelsk")

    def said(self, language: Language) -> str:
        """The sentence in one language, its placeholders not yet filled."""
        text: str = getattr(self, language.value)
        return text


Lines = tuple[OwnLine, ...]


class OwnWords(Frozen):
    """A municipality's own words; what its file doesn't have is that of ``general.toml``."""

    ke: OwnLine
    """What the koordinerende enhet is called."""
    title_decided: OwnLine
    """The title of a letter to the family when the matter is decided."""
    does: Lines
    """What a coordinator does, told to the family (S005, S059, S091, S124, S169)."""
    plan: Lines
    """What the individual plan is and isn't (S167)."""
    law: Lines = ()
    """Before the list of law in force (S075)."""
    tasks: Lines
    """The coordinator's tasks."""
    leader: Lines
    """The leader's tasks."""
    start: Lines
    """The coordinator's checklist for the start (S019, S160, S172)."""
    agenda: Lines
    """The items of a meeting (S110)."""
    first_meeting: Lines
    """What else belongs to the first one (S150)."""


@cache
def builtin(profile: str) -> Mapping[str, Any]:
    """The words of a built-in profile as they stand in its file; empty for any other profile."""
    file = files("matcher.letters") / "words" / f"{profile}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def own_words(profile: str, given: Mapping[str, Any], file: Path | None = None) -> OwnWords:
    """The words of a profile, with what the municipality has given laid over, a section at a time.

    ``file`` is where ``given`` comes from. Raises ``LetterError`` with every fault of it.
    """
    try:
        return OwnWords.model_validate({**builtin(GENERAL), **builtin(profile), **given})
    except ValidationError as stopped:
        raise LetterError(_faults(stopped, file)) from stopped


def _faults(stopped: ValidationError, file: Path | None) -> Iterable[Finding]:
    name = file.name if file else "tekstene"
    for error in stopped.errors():
        place = ".".join(str(part) for part in error["loc"])
        yield fault("words", place, f"{name}: {place}: {in_norwegian(error)}")
