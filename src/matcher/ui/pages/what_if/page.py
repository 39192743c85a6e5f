"""Hva hvis: changes of staff, cases and rules tried beside the round, before anybody decides."""

import streamlit as st

from matcher.services import NotAllowed, Services, UnusableRound
from matcher.ui.frame import heading, note
from matcher.ui.kept_rounds import resume
from matcher.ui.pages.what_if.absence import show_absences
from matcher.ui.pages.what_if.ahead import show_ahead
from matcher.ui.pages.what_if.answer import show_answer
from matcher.ui.pages.what_if.build import show_building
from matcher.ui.pages.what_if.hours import show_hours
from matcher.ui.pages.what_if.saved import show_saved
from matcher.ui.pages.what_if.sweep import show_sweep
from matcher.ui.places import ROUND, go_to
from matcher.ui.state import session
from matcher.ui.texts import say
from matcher.ui.what_if_state import building


def render(services: Services) -> None:
    """Build a scenario, try it, and see who is touched."""
    now = session(services)
    heading(say("what_if.title"), say("what_if.intro"))
    resume(services, now)
    if now.run is None:
        note(say("what_if.no_round"))
        if st.button(say("what_if.to_round"), type="primary"):
            go_to(ROUND)
        return
    if now.is_outdated:
        note(say("round.outdated"))
    built = building(now.run)
    try:
        built.base(services)
    except (NotAllowed, UnusableRound) as fault:
        note(str(fault), "bad")
        return
    changes, beside, absences, hours, ahead = st.tabs(
        [
            say("what_if.tab_changes"),
            say("what_if.tab_sweep"),
            say("what_if.tab_absences"),
            say("what_if.tab_hours"),
            say("what_if.tab_ahead"),
        ]
    )
    with changes:
        show_building(services, built)
        show_answer(services, built)
        show_saved(services, built)
    with beside:
        show_sweep(services, built)
    with absences:
        show_absences(services, built)
    with hours:
        show_hours(services, built)
    with ahead:
        show_ahead(services, built)
