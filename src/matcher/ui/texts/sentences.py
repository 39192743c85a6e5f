"""Sentences that come from below the pages, in the user's language.

Rules, criteria and answers write bokmål, and so do rounds that were kept a year ago. So a sentence
is known again by its form: the files in ``sentences/`` hold each form with its facts as
placeholders. A fact is translated in turn where it is a word or sentence of the program's own; a
name, or what a person wrote, has no form, and is shown as it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from matcher.letters.language import Language
from matcher.ui.texts import written

FOLDER = Path(__file__).with_name("sentences")
FACT = re.compile(r"\{(\w+)\}")
SPACE = "[ \N{NO-BREAK SPACE}]"
DAY = re.compile(r"\d\d\.\d\d\.\d{4}")
NUMBER = re.compile(r"-?\d+(,\d+)?")
BETWEEN = [re.compile(sign) for sign in (r"(?<=[.?!])( )(?=\S)", "(; )", "(: )", "( · )")]
"""What stands between parts that may each be a form; a sentence is the largest part."""
BETWEEN_WORDS, BETWEEN_FACTS = re.compile(r"(, | og )"), re.compile(r"(, | og | eller )")
A_NAME, A_NUMBER = r"(?![a-zæøå]).+?", r"[-\u2212\d,.]+"
SHAPES = {
    "case": r"\S+",
    "transition": r"\S+-\S+|til voksen",
    **dict.fromkeys(("name", "other", "before", "after", "asked", "chosen"), A_NAME),
    **dict.fromkeys(("numbers", "rows"), "[^.]+"),
    **dict.fromkeys(("cell", "near"), "[^»]*"),
    "allowed": "[^.;]*",
    "expected": r"(?:[^.]|\.(?! ))*",
    "our_sheet": r"\S+",
    **dict.fromkeys(("number", "hours", "points", "score", "count"), A_NUMBER),
}
"""What a fact of some name looks like, so that a form with few own words isn't taken for others."""
AS_IN_THE_FILE = frozenset(
    {"sheet", "our_sheet", "heading", "cell", "near", "choices", "allowed", "file"}
)
"""What stands in somebody's file is told as it stands there, or they couldn't find or write it."""
SENTENCES = frozenset({"what", "expected"})
"""Facts that say something, and so may hold a list of their own; the others are words or names."""
ENGLISH_BETWEEN = {" og ": " and ", " eller ": " or "}


@dataclass(frozen=True)
class Form:
    """One sentence in bokmål, with what it is in another language."""

    pattern: re.Pattern[str]
    longest: str
    """The longest run of its own words: a text without it isn't of this form."""
    instead: str


def in_language(text: str, language: Language) -> str:
    """The text in a language, as far as its sentences have forms there."""
    if language is Language.BOKMAL or not any(sign.isalpha() for sign in text):
        return text
    return _known(text, language) or text


def _known(text: str, language: Language) -> str | None:
    """A text that is a form, or several sentences of which one is; else ``None``."""
    if (run := _run(text, language)) is not None:
        return run
    for between in BETWEEN:
        parts = between.split(text)
        if len(parts) > 1:
            return _known_parts(parts, language)
    return _each(text, language)


def _known_parts(parts: list[str], language: Language) -> str | None:
    """The parts, and what stands between them; several that are one form together, as that."""
    told, is_known = "", False
    while parts:
        runs = ((end, _run("".join(parts[:end]), language)) for end in range(len(parts), 1, -2))
        end, said = next((run for run in runs if run[1]), (1, _known(parts[0], language)))
        is_known = is_known or said is not None
        told += (said or parts[0]) + "".join(parts[end : end + 1])
        parts = parts[end + 1 :]
    return told if is_known else None


def _run(text: str, language: Language) -> str | None:
    """A text that is one form, with or without its full stop."""
    if (whole := _whole(text, language)) is not None:
        return whole
    if text.endswith(".") and (bare := _whole(text[:-1], language)) is not None:
        return bare + "."
    return None


def _whole(text: str, language: Language) -> str | None:
    """A text that is one form from end to end; ``None`` where it is none."""
    for said in dict.fromkeys((text, text[:1].lower() + text[1:])):
        plain = said.replace(written.NO_BREAK, " ")
        forms = _forms(language)
        for form in (*forms.get(plain.partition(" ")[0], ()), *forms[""]):
            if form.longest in plain and (match := form.pattern.fullmatch(said)):
                filled = _filled(form, match, language)
                return filled if said == text else filled[:1].upper() + filled[1:]
    return None


def _filled(form: Form, match: re.Match[str], language: Language) -> str:
    facts = {name: _fact(name, fact, language) for name, fact in match.groupdict().items()}
    return FACT.sub(lambda name: facts[name[1]], form.instead)


def _fact(name: str, fact: str, language: Language) -> str:
    """What stands in a sentence: a day, a number, words of ours, or a name as it is."""
    if name in AS_IN_THE_FILE:
        return fact
    bare = fact.strip()
    if name in SENTENCES:
        return _known(bare, language) or fact
    told = _each(bare, language, names=True) or _of_ours(bare, language)
    return fact.replace(bare, told, 1) if bare and told else fact


def _of_ours(fact: str, language: Language) -> str | None:
    if DAY.fullmatch(fact):
        return written.day(datetime.strptime(fact, "%d.%m.%Y").date(), language)
    if NUMBER.fullmatch(fact):
        return fact.replace(",", ".") if language is Language.ENGLISH else fact
    return _known(fact, language)


def _each(fact: str, language: Language, *, names: bool = False) -> str | None:
    """Words with commas and *og* between them; ``None`` where one may be a person's own words.

    Names alone are ours to join where they are a fact of a sentence of ours.
    """
    words = (BETWEEN_FACTS if names else BETWEEN_WORDS).split(fact)
    if len(words) == 1:
        return None
    ours = [_of_ours(word, language) for word in words[::2]]
    told = [word or _name(name) for word, name in zip(ours, words[::2], strict=True)]
    if None in told or not (names or any(ours)):
        return None
    between = words[1::2]
    if language is Language.ENGLISH:
        between = [ENGLISH_BETWEEN.get(sign, sign) for sign in between]
    return "".join(word or "" for pair in zip(["", *between], told, strict=True) for word in pair)


def _name(word: str) -> str | None:
    """What can't be a common word: it begins with a capital, or a number."""
    return word if word and not word[0].islower() else None


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Every form in bokmål, with what it is in another language; no form is in two files."""
    found: dict[str, str] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        for bokmal, others in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if bokmal in found:
                raise ValueError(f"{bokmal} står to ganger, også i {file.name}")
            found[bokmal] = others[language]
    return found


@cache
def _forms(language: Language) -> Mapping[str, tuple[Form, ...]]:
    """The forms by their first word, those with most words of their own first.

    Under ``""`` stand those that begin with a fact.
    """
    found: dict[str, list[Form]] = {"": []}
    for bokmal, instead in sorted(catalogue(language).items(), key=lambda one: -_own(one[0])):
        first = bokmal.partition(" ")[0]
        found.setdefault("" if "{" in first else first, []).append(_form(bokmal, instead))
    return {first: tuple(forms) for first, forms in found.items()}


def _form(bokmal: str, instead: str) -> Form:
    own = FACT.split(bokmal)[::2]
    pieces = (re.escape(piece).replace("\\ ", SPACE) for piece in own)
    return Form(re.compile(_joined(pieces, FACT.findall(bokmal))), max(own, key=len), instead)


def _joined(pieces: Iterable[str], names: list[str]) -> str:
    first, *rest = pieces
    return first + "".join(
        f"(?P<{name}>{SHAPES.get(name, '.*?')}){piece}"
        for name, piece in zip(names, rest, strict=True)
    )


def _own(bokmal: str) -> int:
    """How many signs of a form are its own."""
    return len(FACT.sub("", bokmal))
