"""Innstillinger: how one user wants the pages; and what is in use, to be read."""

import platform
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import streamlit as st

from matcher.letters.language import Language
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.frame import heading
from matcher.ui.markup import facts
from matcher.ui.preferences import Look, Type, prefer, preferences
from matcher.ui.state import session
from matcher.ui.texts import say
from matcher.ui.tour import offer_tour

LANGUAGES = {
    Language.BOKMAL: "settings.bokmal",
    Language.NYNORSK: "settings.nynorsk",
    Language.ENGLISH: "settings.english",
}
"""Each is named in itself, so that whoever looks for it, finds it."""
LOOKS = {
    Look.MACHINE: "settings.as_machine",
    Look.LIGHT: "settings.light",
    Look.DARK: "settings.dark",
}
TYPES = {Type.USUAL: "settings.usual", Type.LARGE: "settings.large"}

Each = TypeVar("Each", Language, Look, Type)


def render(services: Services) -> None:
    """Show what can be chosen, and what is in use."""
    heading(say("settings.title"), say("settings.intro"))
    now = preferences()
    st.header(say("settings.pages"), anchor=False)
    _choice("settings.language", LANGUAGES, now.language, lambda each: prefer(language=each))
    _choice("settings.look", LOOKS, now.look, lambda each: prefer(look=each))
    _choice("settings.type", TYPES, now.type, lambda each: prefer(type_=each))
    offer_tour(services)
    st.header(say("settings.in_use"), anchor=False)
    st.html(facts(_in_use(services)))
    st.header(say("settings.program"), anchor=False)
    st.html(facts(_program(services)))


def _choice(name: str, texts: dict[Each, str], now: Each, choose: Callable[[Each], None]) -> None:
    """One choice among few; kept before the page is drawn again, so that all of it follows.

    The browser sends a choice by its words, so what stood in another language is another widget.
    """
    key = f"{name}.{preferences().language}"
    labels = {each: say(key) for each, key in texts.items()}
    options = list(labels)
    st.radio(
        say(name),
        options,
        index=options.index(now),
        format_func=labels.__getitem__,
        horizontal=True,
        key=key,
        on_change=lambda: choose(st.session_state[key]),
    )


def _in_use(services: Services) -> list[tuple[str, str]]:
    now = session(services)
    return [
        (say("frame.municipality"), now.profile.words.municipality),
        (say("settings.profile"), f"{now.profile.title} ({now.profile.id})"),
        (say("rules.document"), now.profile.document),
        (say("frame.day"), norwegian.day(now.on)),
        (say("settings.today"), norwegian.day(date.today())),
    ]


def _program(services: Services) -> list[tuple[str, str]]:
    rows = [*services.versions().items(), ("python", platform.python_version())]
    if not services.may("kept_at"):
        return rows
    kept = services.kept_at()
    return [
        *rows,
        (say("settings.database"), kept.database),
        (say("settings.profiles"), kept.profile_folder),
    ]
