"""Every page by its module, and all that the browser is given of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from matcher.ui import places

PAGES = {
    "overview": places.OVERVIEW,
    "data": places.DATA,
    "round": places.ROUND,
    "case": places.A_CASE,
    "what_if": places.WHAT_IF,
    "tasks": places.TASKS,
    "rules": places.RULES,
    "history": places.HISTORY,
    "accounts": places.ACCOUNTS,
    "settings": places.SETTINGS,
}


def given(app: AppTest) -> str:
    """All that the browser is given: every part as it is sent, choices, hints and charts too."""
    return "\n".join(str(part.proto) for part in _under(app._tree) if hasattr(part, "proto"))


def unmade_tabs(app: AppTest) -> list[str]:
    """The tabs that are made when they are opened, by their titles."""
    return [tab.label for tab in app.tabs if not tab.children]


def _under(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _under(child)
