"""Every text a page shows, by key: a folder a language, a file a subject."""

import tomllib
from functools import cache
from pathlib import Path

from matcher.domain.wording import sentence
from matcher.letters.language import Language
from matcher.ui.preferences import preferences
from matcher.ui.texts.sentences import in_language

HERE = Path(__file__).parent


@cache
def catalogue(language: Language) -> dict[str, str]:
    """A language's texts by dotted key, such as ``round.run``; no key is in two files."""
    texts: dict[str, str] = {}
    for file in sorted((HERE / language).glob("*.toml")):
        for key, text in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
            if key in texts:
                raise ValueError(f"{key} står to ganger, også i {file.name}")
            texts[key] = text
    return texts


@cache
def streamlit_words(language: Language) -> dict[str, object]:
    """Streamlit's own English words with ours: ``whole`` texts, and ``patterns`` in order."""
    with (HERE / "streamlit" / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def say(key: str, **facts: object) -> str:
    """The text of a key in the user's language, with its facts filled in, translated too.

    Raises ``KeyError`` for a key that isn't there.
    """
    language = preferences().language
    told = {
        name: in_language(fact, language) if isinstance(fact, str) else fact
        for name, fact in facts.items()
    }
    return catalogue(language)[key].format(**told)


def say_count(key: str, count: int, **facts: object) -> str:
    """The text for one (``key.one``) or for many (``key.many``) of something."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **facts)


def translated(text: str) -> str:
    """A sentence or word from below the pages in the user's language; anything else as it is."""
    return in_language(text, preferences().language)


def label(word: str) -> str:
    """A word from below as the name of a choice, with a capital first letter."""
    return translated(sentence(word))


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            lines += _flat(value, f"{prefix}{key}.")
        else:
            lines.append((f"{prefix}{key}", str(value)))
    return lines
