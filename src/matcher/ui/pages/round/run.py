"""Running the round: the button, how far it has come, and what came of it when it failed."""

from typing import cast

import streamlit as st

from matcher.services import Ran, RoundRequest, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.apart_line import is_going_on, show_going_on
from matcher.ui.frame import note
from matcher.ui.kept_rounds import leave_earlier
from matcher.ui.markup import element
from matcher.ui.outdated import changed_since, newest
from matcher.ui.pages.round.again import choices_differ, with_standing_choices
from matcher.ui.running import WORK, Running, begin, forget, running, take
from matcher.ui.state import Session
from matcher.ui.texts import say
from matcher.ui.who import who

_TOLD = "round told"


def show_running(services: Services, now: Session) -> None:
    """How far a round has come that is being run; else the way to run one, where there is need."""
    for text in st.session_state.pop(_TOLD, ()):
        note(text)
    asked = running(services)
    if asked is not None and not asked.works:
        forget(services)
        note(say("round.stopped"))
    elif asked is not None:
        _show_going_on(services, now, asked)
        if is_going_on(asked.works, WORK):
            return
    _show_button(services, now, failed=asked is not None)


def _show_going_on(services: Services, now: Session, asked: Running) -> None:
    """The line; the answer is shown as soon as it is there, in whichever tab looks first."""
    fault = asked.works[WORK].fault
    if fault is None:
        st.html(element("p", say("round.goes_on" if who() else "round.goes_on_unkept")))
    elif fault.kind == "ChoicesClash":
        note(say("again.clash"), "bad")

    def done(answer: object) -> None:
        ran = cast("Ran", answer)
        take(now, asked, ran)
        forget(services)
        leave_earlier()
        told = [] if ran.is_new else [say("round.same", id=ran.round.id)]
        told += [ran.unkept_because] if ran.unkept_because else []
        st.session_state[_TOLD] = told

    show_going_on(asked.works, WORK, done)


def _show_button(services: Services, now: Session, *, failed: bool) -> None:
    """Where the answer stands as it is, nothing needs to be run."""
    if not services.may("run_and_keep"):
        return
    is_needed = failed or now.run is None
    if changed := changed_since(services, now):
        note(" ".join([*changed, say("outdated.so")]))
        is_needed = True
    elif now.run is not None and choices_differ(services, now.run):
        note(say("again.choices_differ"))
        is_needed = True
    if not is_needed or not now.has_cases:
        return
    if now.run is None and not failed:
        _show_ready(now)
    label = say("round.run" if now.run is None else "round.run_again")
    if st.button(label, type="primary") and _begin(services, now):
        st.rerun()


def _show_ready(now: Session) -> None:
    if now.imported is None:
        return
    roster = now.imported.roster
    ready = say(
        "round.ready",
        cases=norwegian.number(len(roster.cases)),
        coordinators=norwegian.number(len(roster.coordinators)),
        municipality=now.profile.words.municipality,
    )
    st.html(element("p", ready))


def _begin(services: Services, now: Session) -> bool:
    """Begin the round with the choices that stand; where that can't be done, say why."""
    if now.imported is None:
        return False
    now.profile = newest(services, now.profile, now.run)
    asked = RoundRequest(roster=now.imported.roster, profile=now.profile)
    try:
        request = with_standing_choices(services, asked)
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return False
    begin(services, request, now.source.name if now.source else "")
    return True
