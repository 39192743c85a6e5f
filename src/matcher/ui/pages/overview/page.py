"""Oversikt: what needs somebody now, then every case, the loads, and what is to be deleted."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from matcher.domain.overview import Overview
from matcher.services import Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.explained import FOLLOWED_UP, OFFICE, ROLES, show_words
from matcher.ui.frame import heading, note, tally
from matcher.ui.kept_rounds import resume
from matcher.ui.pages.overview.absence import show_absences
from matcher.ui.pages.overview.cases import show_all_cases
from matcher.ui.pages.overview.deletion import show_deletion
from matcher.ui.pages.overview.load import show_loads
from matcher.ui.pages.overview.now import show_now
from matcher.ui.pages.overview.since import show_since
from matcher.ui.pages.overview.waiting import show_waiting
from matcher.ui.places import DATA, go_to
from matcher.ui.state import Run, session
from matcher.ui.texts import say
from matcher.ui.tour import offer_tour
from matcher.ui.who import needs_name, who

TAB = "fane"
"""The open tab in the address, so that a reload keeps it."""


def render(services: Services) -> None:
    """What needs somebody now, of the round that is open or the newest one kept."""
    now = session(services)
    heading(say("overview.title"), say("overview.intro"))
    show_words(*ROLES, *OFFICE, *FOLLOWED_UP)
    resume(services, now)
    if now.run is None:
        note(say("overview.nothing"))
        if DATA.is_for(services) and st.button(say("round.to_data"), type="primary"):
            go_to(DATA)
        offer_tour(services)
        return
    person = who()
    if person is None or now.run.id is None:
        note(say("decision.not_kept")) if person else needs_name()
        return
    try:
        seen = services.overview(now.run.opened, who=person.id, on=date.today())
        _show(services, seen, now.run, person.id)
    except StorageUnavailable as fault:
        note(str(fault), "bad")


def _show(services: Services, seen: Overview, run: Run, person: str) -> None:
    numbers = (
        (say("overview.with_coordinator", count=len(seen.cases)), seen.with_coordinator),
        (say("overview.without"), seen.owed_and_without),
        (say("overview.with_plan"), seen.with_plan),
        (say("overview.with_group"), seen.with_group),
        (say("overview.due"), len(seen.due)),
    )
    tally([(name, norwegian.number(count)) for name, count in numbers])
    show: dict[str, Callable[[], None]] = {
        "overview.tab_now": lambda: show_now(services, seen, run),
        "overview.tab_cases": lambda: show_all_cases(seen, run),
        "overview.tab_load": lambda: show_loads(seen, run),
        "overview.tab_waiting": lambda: show_waiting(seen),
        "overview.tab_since": lambda: show_since(services, run, person),
        "overview.tab_absence": lambda: show_absences(services, run, person),
        "overview.tab_deletion": lambda: _show_deletion(services, run, person),
    }
    tabs = st.tabs([say(name) for name in show], key=TAB, bind="query-params")
    for tab, name in zip(tabs, show, strict=True):
        if tab.open:  # only the open one is made, for each takes its time
            with tab:
                show[name]()


def _show_deletion(services: Services, run: Run, person: str) -> None:
    if services.may("delete_case"):
        show_deletion(services, run, person)
    else:
        note(say("deletion.not_for_you"), "quiet")
