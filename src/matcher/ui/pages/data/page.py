"""Datagrunnlag: which municipality, which day, which file; what was read and what was wrong."""

import streamlit as st

from matcher.domain.wording import sentence
from matcher.services import Imported, Services
from matcher.ui import norwegian
from matcher.ui.days import WRITTEN
from matcher.ui.explained import IN_DATA, show_words
from matcher.ui.files import hand_out
from matcher.ui.frame import beside, heading, note, tally
from matcher.ui.pages.data.edit import show_editing
from matcher.ui.pages.data.faults import show_faults
from matcher.ui.pages.data.places import show_places
from matcher.ui.places import ROUND, go_to
from matcher.ui.state import Session, Source, session
from matcher.ui.texts import say, say_count
from matcher.ui.tour import offer_tour


def render(services: Services) -> None:
    """Choose municipality and day, read a file, see what was read."""
    now = session(services)
    heading(say("data.title"), say("data.intro"))
    show_words(*IN_DATA)
    left, right = beside("steps", 1, 2)
    with left:
        _choose_round(services, now)
    with right:
        _choose_file(services, now)
    if now.imported is not None:
        st.divider()
        _show_read(services, now, now.imported)
    else:
        offer_tour(services)


def _choose_round(services: Services, now: Session) -> None:
    st.header(say("data.step_round"), anchor=False)
    profiles = {profile.id: profile for profile in services.profiles()}
    st.session_state.setdefault("profile", now.profile.id)
    chosen = st.selectbox(
        say("data.profile"),
        list(profiles),
        format_func=lambda profile_id: profiles[profile_id].title,
        key="profile",
        persist_state="session",
    )
    now.profile = profiles[chosen]
    st.session_state.setdefault("day", now.on)
    day = st.date_input(say("data.day"), key="day", format=WRITTEN, persist_state="session")
    now.move_to(services, day)


def _choose_file(services: Services, now: Session) -> None:
    st.header(say("data.step_file"), anchor=False)
    upload, sample = st.columns([3, 2], gap="medium")
    with upload:
        file = st.file_uploader(say("data.upload"), type=["xlsx", "zip"])
        if file is not None and st.session_state.get("uploaded") != file.file_id:
            st.session_state["uploaded"] = file.file_id
            now.read(services, Source(file.name, file.getvalue()))
        hand_out(say("data.template"), services.template, "mal.xlsx", as_link=True)
    with sample:
        paths = {path.name: path for path in services.samples()}
        name = st.selectbox(
            say("data.sample"),
            list(paths),
            format_func=lambda name: sentence(paths[name].stem),
            persist_state="session",
            key="sample",
        )
        if name is not None and st.button(say("data.use_sample")):
            now.read(services, Source(name, paths[name].read_bytes()))


def _show_read(services: Services, now: Session, imported: Imported) -> None:
    name = now.source.name if now.source else ""
    st.header(say("data.was_read", name=name), anchor=False)
    _show_next_step(now, imported)
    roster = imported.roster
    agreed = [person.agreed_hours_per_month for person in roster.coordinators]
    free = [person.free_hours_per_month for person in roster.coordinators]
    tally(
        [
            (say("data.cases"), norwegian.number(len(roster.cases))),
            (say("data.coordinators"), norwegian.number(len(roster.coordinators))),
            (say("data.agreed"), norwegian.number(sum(filter(None, agreed)))),
            (say("data.free"), norwegian.number(sum(filter(None, free)))),
            (say("data.rejected"), norwegian.number(imported.rejected_rows)),
        ]
    )
    if not imported.findings:
        note(say("data.no_faults"), "good")
    show_places(services, imported)
    show_editing(services, now, imported)
    if imported.findings:  # below the form, so that a long list doesn't hide where to mend them
        show_faults(imported)


def _show_next_step(now: Session, imported: Imported) -> None:
    if not now.has_cases:
        note(say("data.nothing_to_run"), "bad")
        return
    if imported.rejected_rows:
        note(say_count("data.goes_on", imported.rejected_rows))
    if st.button(say("data.next"), type="primary"):
        go_to(ROUND)
