"""What one user prefers of the pages: the language, light or dark, and the size of the letters.

Kept in the tab's session, and by the browser in a cookie that holds these three words and nothing
of anybody, so that a reload keeps them. The script of the pages writes the cookie (preferences.js).
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import StrEnum
from http.cookies import CookieError, SimpleCookie

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.scriptrunner import get_script_run_ctx

from matcher.letters.language import Language
from matcher.settings import from_environment

COOKIE = "koordinatormatch-valg"
_KEY = "preferences"


class Look(StrEnum):
    """Light or dark; or as the machine is set."""

    MACHINE = "machine"
    LIGHT = "light"
    DARK = "dark"


class Type(StrEnum):
    """The size of the letters."""

    USUAL = "usual"
    LARGE = "large"


@dataclass(frozen=True)
class Preferences:
    """How one user wants the pages."""

    language: Language = Language.BOKMAL
    look: Look = Look.MACHINE
    type: Type = Type.USUAL

    def __str__(self) -> str:
        """As the cookie holds it, such as ``nn.dark.large``."""
        return f"{self.language}.{self.look}.{self.type}"


_NOW: ContextVar[Preferences | None] = ContextVar("preferences", default=None)
"""Known for this request, or for this run of a page; asked for anew in each."""


def preferences() -> Preferences:
    """What whoever looks at the page prefers; the program's own choice where nobody looks."""
    if (now := _NOW.get()) is not None:
        return now
    if get_script_run_ctx(suppress_warning=True) is None:
        return usual()
    if _KEY not in st.session_state:
        st.session_state[_KEY] = read(st.context.cookies.get(COOKIE, ""))
    kept: Preferences = st.session_state[_KEY]
    _NOW.set(kept)
    return kept


def prefer(
    language: Language | None = None, look: Look | None = None, type_: Type | None = None
) -> None:
    """Keep what the user chose; the rest stays as it was."""
    now = preferences()
    chosen = replace(
        now, language=language or now.language, look=look or now.look, type=type_ or now.type
    )
    st.session_state[_KEY] = chosen
    _NOW.set(chosen)


def usual() -> Preferences:
    """What the program does before anybody has chosen (``MATCHER_LANGUAGE``)."""
    return Preferences(language=Language(from_environment().language))


def read(kept: str) -> Preferences:
    """Preferences as the cookie holds them; the usual ones where it holds anything else."""
    parts = kept.split(".")
    try:
        language, look, type_ = parts
        return Preferences(Language(language), Look(look), Type(type_))
    except ValueError:
        return usual()


class Preferring:
    """Makes a request's preferences known to whatever answers it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http":
            _NOW.set(read(_cookie(Headers(scope=scope).get("cookie", ""))))
        await self._app(scope, receive, send)


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
