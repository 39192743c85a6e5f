"""The texts of letters: one catalogue a language, a municipality's own words, and what it changes.

A municipality points to a folder. ``nb.toml``, ``nn.toml`` and ``en.toml`` there change single
texts by key; ``kommune.toml`` replaces sections of its own words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from matcher.domain.finding import Finding
from matcher.domain.wording import number, sentence
from matcher.letters.error import LetterError, fault
from matcher.letters.language import Language
from matcher.letters.own_words import OwnLine, OwnWords, own_words
from matcher.profiles.profile import Profile

OWN_WORDS_FILE = "kommune.toml"
FILES = (*(f"{language}.toml" for language in Language), OWN_WORDS_FILE)
PRONOUNS = ("du", "deg", "din", "ditt", "dine")
COMMON = frozenset({*PRONOUNS, "ke", "municipality"})
"""What every text may use, in braces."""

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """The texts of a language as they come with the program, by dotted key."""
    file = files("matcher.letters") / "texts" / f"{language}.toml"
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))


@cache
def placeholders(key: str) -> frozenset[str]:
    """What the text of a key may use: the common words, and what any language's text uses."""
    used = (used_in(catalogue(language)[key]) for language in Language)
    return COMMON.union(*used)


def used_in(text: str) -> frozenset[str]:
    """The placeholders of a text, without regard to a capital first letter."""
    return frozenset(name[:1].lower() + name[1:] for name in PLACEHOLDER.findall(text))


@dataclass(frozen=True)
class Texts:
    """The texts of one letter: a language, a municipality, and one reader or several."""

    language: Language
    table: Mapping[str, str]
    own: OwnWords
    common: Mapping[str, str]

    def say(self, key: str, **facts: str) -> str:
        """The text of a key with its facts filled in. Facts are never read as placeholders."""
        return _filled(self.table[key], {**self.common, **facts})

    def own_lines(self, lines: Iterable[OwnLine]) -> tuple[str, ...]:
        """The municipality's own lines in the letter's language."""
        return tuple(_filled(line.said(self.language), self.common) for line in lines)

    def to_several(self) -> Texts:
        """The same texts, to a family instead of one person."""
        return replace(self, common={**self.common, **_pronouns(self.table, "many")})

    def day(self, day: date) -> str:
        """A day in words, such as «23. november 2026»."""
        month = self.say(f"months.{day.month}")
        return self.say("date", day=str(day.day), month=month, year=str(day.year))

    def amount(self, value: float) -> str:
        """A number with at most one decimal, as the language writes it."""
        text = number(value, decimals=1)
        return text.replace(",", ".") if self.language is Language.ENGLISH else text

    def listed(self, words: Iterable[str]) -> str:
        """Words in a sentence, such as «skolen, NAV og PPT»."""
        *first, last = list(words) or [""]
        return f"{', '.join(first)} {self.say('list.and')} {last}" if first else last


def texts_of(language: Language, profile: Profile, words: Path | None = None) -> Texts:
    """The texts for a municipality, with what its folder ``words`` changes.

    Raises ``LetterError`` with every fault of the folder's files.
    """
    if words and not any((words / name).is_file() for name in FILES):
        raise LetterError([_nothing_in(words)])
    given = _read(words / f"{language}.toml") if words else {}
    given_own = _read(words / OWN_WORDS_FILE) if words else {}
    own = own_words(profile.based_on, given_own, words and words / OWN_WORDS_FILE)
    changed = dict(_flat(given))
    found = list(_text_faults(changed, f"{language}.toml"))
    if given_own:
        found += _own_faults(own)
    if found:
        raise LetterError(found)
    table = {**catalogue(language), **changed}
    is_profiles = "ke" in given_own or own.ke.nb == profile.words.ke
    ke = own.ke.said(language) if is_profiles else profile.words.ke
    common = {"ke": ke, "municipality": profile.words.municipality, **_pronouns(table, "one")}
    return Texts(language=language, table=table, own=own, common=common)


def _pronouns(table: Mapping[str, str], to: str) -> dict[str, str]:
    return {pronoun: table[f"you.{to}.{pronoun}"] for pronoun in PRONOUNS}


def _filled(text: str, facts: Mapping[str, str]) -> str:
    def fact(match: re.Match[str]) -> str:
        name = match[1]
        return facts[name] if name in facts else sentence(facts[name[:1].lower() + name[1:]])

    return PLACEHOLDER.sub(fact, text)


def _nothing_in(words: Path) -> Finding:
    return fault(
        "words",
        str(words),
        f"Mappa {words} har ingen tekster. Kanskje er det en annen mappe? Den skal ha en eller "
        f"flere av filene {', '.join(FILES)}.",
    )


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as stopped:
        place = re.search(r"line (\d+), column (\d+)", str(stopped))
        where = f" ved linje {place[1]}, kolonne {place[2]}" if place else ""
        raise LetterError(
            [
                fault(
                    "words",
                    file.name,
                    f"{file.name} kan ikke leses som TOML{where}. "
                    "Kanskje mangler et anførselstegn eller et likhetstegn?",
                )
            ]
        ) from stopped


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def _text_faults(changed: Mapping[str, str], file: str) -> Iterator[Finding]:
    known = catalogue(Language.BOKMAL)
    for key, text in changed.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            perhaps = f" Kanskje mente du «{near[0]}»?" if near else ""
            yield fault("words", key, f"{file}: Det finnes ingen tekst som heter «{key}».{perhaps}")
        else:
            yield from _placeholder_faults(file, key, text, placeholders(key))


def _own_faults(own: OwnWords) -> Iterator[Finding]:
    for section in OwnWords.model_fields:
        value = getattr(own, section)
        for line in value if isinstance(value, tuple) else (value,):
            for language in Language:
                text = line.said(language)
                yield from _placeholder_faults(OWN_WORDS_FILE, section, text, COMMON)


def _placeholder_faults(
    file: str, key: str, text: str, allowed: frozenset[str]
) -> Iterator[Finding]:
    for name in sorted(used_in(text) - allowed):
        yield fault(
            "words",
            key,
            f"{file}: {key} bruker {{{name}}}, som ikke finnes her. "
            f"Kanskje en av disse: {', '.join(f'{{{word}}}' for word in sorted(allowed))}",
        )
