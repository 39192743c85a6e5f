"""Every text a page shows, by key: a folder a language, a file a subject."""

import tomllib
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).with_name("nb")
FOREIGN = Path(__file__).with_name("streamlit_nb.toml")


@cache
def catalogue() -> dict[str, str]:
    """The texts by dotted key, such as ``round.run``; no key is in two files."""
    texts: dict[str, str] = {}
    for file in sorted(CATALOGUE.glob("*.toml")):
        for key, text in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
            if key in texts:
                raise ValueError(f"{key} står to ganger, også i {file.name}")
            texts[key] = text
    return texts


@cache
def streamlit_words() -> dict[str, object]:
    """Streamlit's own English words with ours: ``whole`` texts, and ``patterns`` in order."""
    with FOREIGN.open("rb") as file:
        return tomllib.load(file)


def say(key: str, **facts: object) -> str:
    """The text of a key with its facts filled in; ``KeyError`` for a key that isn't there."""
    return catalogue()[key].format(**facts)


def say_count(key: str, count: int, **facts: object) -> str:
    """The text for one (``key.one``) or for many (``key.many``) of something."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **facts)


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            lines += _flat(value, f"{prefix}{key}.")
        else:
            lines.append((f"{prefix}{key}", str(value)))
    return lines
