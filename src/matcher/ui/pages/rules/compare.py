"""Two municipalities beside each other: the lines where they choose differently."""

import streamlit as st

from matcher.profiles.in_force import RuleInForce
from matcher.profiles.profile import Profile
from matcher.services import Services
from matcher.ui.frame import note
from matcher.ui.markup import Html, bullets, element, html, joined, table
from matcher.ui.pages.rules.list import said
from matcher.ui.texts import say, say_count


def show_differences(services: Services, here: Profile) -> None:
    """Choose another profile, and see the differences."""
    others = {profile.id: profile for profile in services.profiles() if profile.id != here.id}
    chosen = st.selectbox(
        say("compare.with"), list(others), format_func=lambda id_: others[id_].title, width=360
    )
    if chosen is None:
        return
    there = others[chosen]
    found = services.differences(here, there)
    if not found:
        note(say("compare.same"), "quiet")
        return
    st.html(element("p", f"{say_count('compare.found', len(found))}. {say('compare.only')}"))
    st.html(
        table(
            say_count("compare.found", len(found)),
            [
                say("rules.line"),
                say("compare.here", title=here.title),
                say("compare.here", title=there.title),
            ],
            (
                (
                    f"{line.group}: {line.title}",
                    _chosen(line.here, line.there),
                    _chosen(line.there, line.here),
                )
                for line in found
            ),
        )
    )


def _chosen(line: RuleInForce | None, other: RuleInForce | None) -> Html:
    """What one chooses otherwise than the other, and its source; what both say is left out."""
    if line is None:
        return html(say("compare.absent"))
    if other is None or not (line.is_in_force and other.is_in_force):
        return joined([said(line), line.source])
    same = {(setting.key, setting.says) for setting in other.settings}
    differing = [one for one in line.settings if (one.key, one.says) not in same]
    told = bullets(f"{setting.title}: {setting.says}" for setting in differing)
    return joined([told, line.source])
