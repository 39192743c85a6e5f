"""Regler: what the program goes by, where it stands, and what other choices would mean."""

import streamlit as st

from matcher.profiles.profile import Profile
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.frame import heading, note
from matcher.ui.markup import bullets, facts
from matcher.ui.pages.rules_compare import show_differences
from matcher.ui.pages.rules_list import show_lines
from matcher.ui.pages.rules_statements import show_laws, show_statements
from matcher.ui.pages.rules_weights import show_weights
from matcher.ui.state import session
from matcher.ui.texts import say


def render(services: Services) -> None:
    """Show the chosen municipality's profile."""
    now = session(services)
    profile = now.profile
    heading(say("rules.title"), say("rules.intro", municipality=profile.words.municipality))
    _show_origin(profile)
    for fault in services.unusable_profiles():
        note(say("rules.unusable"), "bad")
        st.html(bullets(str(fault).splitlines()))
    lines, statements, weights, compare, laws = st.tabs(
        [
            say("rules.tab_list"),
            say("rules.tab_statements"),
            say("rules.tab_weights"),
            say("rules.tab_compare"),
            say("rules.tab_laws"),
        ]
    )
    with lines:
        show_lines(services.rules(profile))
    with statements:
        show_statements(services.statements(profile), services.rules(profile))
    with weights:
        show_weights(services, now)
    with compare:
        show_differences(services, profile)
    with laws:
        show_laws(services.laws().law)


def _show_origin(profile: Profile) -> None:
    rows = [(say("rules.document"), profile.document)]
    if origin := profile.origin:
        changed = say("rules.own_by", by=origin.by, on=norwegian.day(origin.on))
        rows += [
            (say("rules.own_of", of=origin.of), changed),
            (say("rules.own_because"), origin.reason),
        ]
    st.html(facts(rows))
