"""Regler: what the program goes by, where it stands, and what other choices would mean."""

from collections.abc import Callable

import streamlit as st

from matcher.profiles.profile import Profile
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.explained import ROLES, WEIGHED, show_words
from matcher.ui.frame import heading, note
from matcher.ui.markup import bullets, facts
from matcher.ui.pages.rules.compare import show_differences
from matcher.ui.pages.rules.list import show_lines
from matcher.ui.pages.rules.statements import show_laws, show_statements
from matcher.ui.pages.rules.weights import show_weights
from matcher.ui.state import session
from matcher.ui.texts import say

TAB = "fane"
"""The open tab in the address, so that a reload keeps it."""


def render(services: Services) -> None:
    """Show the chosen municipality's profile."""
    now = session(services)
    profile = now.profile
    heading(say("rules.title"), say("rules.intro", municipality=profile.words.municipality))
    show_words(*WEIGHED, *ROLES)
    _show_origin(profile)
    for fault in services.unusable_profiles():
        note(say("rules.unusable"), "bad")
        st.html(bullets(str(fault).splitlines()))
    show: dict[str, Callable[[], None]] = {
        "rules.tab_list": lambda: show_lines(services.rules(profile)),
        "rules.tab_statements": lambda: show_statements(
            services.statements(profile), services.rules(profile)
        ),
        "rules.tab_weights": lambda: show_weights(services, now),
        "rules.tab_compare": lambda: show_differences(services, profile),
        "rules.tab_laws": lambda: show_laws(services.laws().law),
    }
    tabs = st.tabs([say(name) for name in show], key=TAB, bind="query-params")
    for tab, name in zip(tabs, show, strict=True):
        if tab.open:  # only the open one is made, for each takes its time
            with tab:
                show[name]()


def _show_origin(profile: Profile) -> None:
    rows = [(say("rules.document"), profile.document)]
    if origin := profile.origin:
        changed = say("rules.own_by", by=origin.by, on=norwegian.day(origin.on))
        rows += [
            (say("rules.own_of", of=origin.of), changed),
            (say("rules.own_because"), origin.reason),
        ]
    st.html(facts(rows))
