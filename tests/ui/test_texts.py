"""Every text is in the catalogue, in each language, and every text is shown somewhere."""

import re
from pathlib import Path

import pytest

import matcher.ui
from matcher.letters.language import Language
from matcher.ui.texts import catalogue, streamlit_words

UI = Path(matcher.ui.__file__).parent
CODE = "\n".join(file.read_text(encoding="utf-8") for file in UI.rglob("*.py"))
BOKMAL = catalogue(Language.BOKMAL)
SECTIONS = "|".join(sorted({key.partition(".")[0] for key in BOKMAL}))
KEY = re.compile(rf"""["']((?:{SECTIONS})\.[\w.]+)["']""")
COMPOSED = ("consequence.equal.", "door.status_", "list.", "load.")
"""Families of keys that the code puts together from a part that varies."""
PLACEHOLDER = re.compile(r"\{\w+\}")
UNSPOKEN = re.compile(r"\{\w+\}|[\w-]+\.\w+")
"""Placeholders, and names of files."""
OTHERS = (Language.NYNORSK, Language.ENGLISH)
MARKS = {
    Language.BOKMAL: r"ikkje|eg|kva|kven|korleis|frå|nokon|noko|meir|dei|ei|the|and|you|please",
    Language.NYNORSK: r"ikke|jeg|hva|hvem|hvor|hvis|fra|noen|noe|mer|hun|gjør|være|the|and|you",
    Language.ENGLISH: r"ikke|ikkje|og|eller|som|hva|kva|saken|saka|er du|runden|familien|timer",
}
"""Common words of the other languages: where one stands, the text is in the wrong language."""


def family(key: str) -> str:
    return re.sub(r"\.(one|many)$", "", key)


def test_every_key_that_the_code_names_is_in_the_catalogue() -> None:
    families = {family(key) for key in BOKMAL}
    assert [key for key in KEY.findall(CODE) if key not in families] == []


def test_no_text_is_left_that_nobody_shows() -> None:
    named = set(KEY.findall(CODE))
    assert [
        key for key in BOKMAL if family(key) not in named and not key.startswith(COMPOSED)
    ] == []


def test_one_and_many_come_together() -> None:
    keys = set(BOKMAL)
    singles = {key.removesuffix(".one") for key in keys if key.endswith(".one")}
    plurals = {key.removesuffix(".many") for key in keys if key.endswith(".many")}
    assert singles == plurals


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts_with_the_same_facts(language: Language) -> None:
    there = catalogue(language)
    assert sorted(BOKMAL.keys() - there.keys()) == [], "texts that are not yet translated"
    assert sorted(there.keys() - BOKMAL.keys()) == [], "translations of texts that are gone"
    facts = {key: sorted(set(PLACEHOLDER.findall(text))) for key, text in BOKMAL.items()}
    assert {key: sorted(set(PLACEHOLDER.findall(text))) for key, text in there.items()} == facts


@pytest.mark.parametrize("language", Language)
def test_no_text_is_in_another_language(language: Language) -> None:
    foreign = re.compile(rf"\b({MARKS[language]})\b", re.I)
    shown = {key: UNSPOKEN.sub("", text) for key, text in catalogue(language).items()}
    assert {key: text for key, text in shown.items() if foreign.search(text)} == {}


@pytest.mark.parametrize("language", Language)
def test_advice_begins_with_perhaps_in_each_language(language: Language) -> None:
    advised = {key for key, text in BOKMAL.items() if "Kanskje" in text}
    word = "Perhaps" if language is Language.ENGLISH else "Kanskje"
    assert {key for key in advised if word not in catalogue(language)[key]} == set()


def patterns_of(language: Language) -> list[tuple[str, str]]:
    patterns = streamlit_words(language)["patterns"]
    assert isinstance(patterns, list)
    return [(pattern, instead) for pattern, instead in patterns]


def whole_texts_of(language: Language) -> dict[str, str]:
    whole = streamlit_words(language)["whole"]
    assert isinstance(whole, dict)
    return whole


@pytest.mark.parametrize("language", Language)
def test_streamlits_own_words_have_readable_patterns(language: Language) -> None:
    for pattern, instead in patterns_of(language):
        assert re.compile(pattern).groups == instead.count("$")


def test_streamlits_own_words_are_the_same_in_both_forms_of_norwegian() -> None:
    both = Language.BOKMAL, Language.NYNORSK
    bokmal, nynorsk = ([pattern for pattern, _ in patterns_of(each)] for each in both)
    assert bokmal == nynorsk
    bokmal_whole, nynorsk_whole = (whole_texts_of(each).keys() for each in both)
    assert bokmal_whole == nynorsk_whole
