"""Every text is in the catalogue, and every text of the catalogue is shown somewhere."""

import re
from pathlib import Path

import matcher.ui
from matcher.ui.texts import catalogue, streamlit_words

UI = Path(matcher.ui.__file__).parent
CODE = "\n".join(file.read_text(encoding="utf-8") for file in UI.rglob("*.py"))
SECTIONS = "|".join(sorted({key.partition(".")[0] for key in catalogue()}))
KEY = re.compile(rf"""["']((?:{SECTIONS})\.[\w.]+)["']""")
COMPOSED = ("consequence.equal.", "door.status_", "list.", "load.")
"""Families of keys that the code puts together from a part that varies."""


def family(key: str) -> str:
    return re.sub(r"\.(one|many)$", "", key)


def test_every_key_that_the_code_names_is_in_the_catalogue() -> None:
    families = {family(key) for key in catalogue()}
    assert [key for key in KEY.findall(CODE) if key not in families] == []


def test_no_text_is_left_that_nobody_shows() -> None:
    named = set(KEY.findall(CODE))
    assert [
        key for key in catalogue() if family(key) not in named and not key.startswith(COMPOSED)
    ] == []


def test_one_and_many_come_together() -> None:
    keys = set(catalogue())
    singles = {key.removesuffix(".one") for key in keys if key.endswith(".one")}
    plurals = {key.removesuffix(".many") for key in keys if key.endswith(".many")}
    assert singles == plurals


def test_the_pages_speak_norwegian() -> None:
    english = re.compile(r"\b(the|and|case|round|load|please|error|you)\b", re.I)
    shown = [re.sub(r"\{\w+\}", "", text) for text in catalogue().values()]
    assert [text for text in shown if english.search(text)] == []


def test_streamlits_own_words_have_readable_patterns() -> None:
    words = streamlit_words()
    assert isinstance(words["patterns"], list)
    for pattern, instead in words["patterns"]:
        assert re.compile(pattern).groups == instead.count("$")
