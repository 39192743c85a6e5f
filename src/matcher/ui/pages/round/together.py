"""The clear suggestions accepted together, each after it has been looked at."""

from datetime import date

import streamlit as st

from matcher.domain.finding import Severity
from matcher.domain.plan import CasePlan
from matcher.services import NotKept, Services, Stale, StorageUnavailable
from matcher.services.desk import Desk, NotInPlace
from matcher.ui.frame import note
from matcher.ui.looked import is_looked_at
from matcher.ui.markup import div, element, spoken
from matcher.ui.places import link_to_case
from matcher.ui.round_address import kept_in_address
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.words import chosen

_ASKED, _TOLD = "together asked", "together told"
SHOWN = 30


def agree(case: str, label: str) -> bool:
    """A tick for a clear suggestion: to be accepted together with the others."""
    return st.checkbox(spoken(label), key=f"together {case}", persist_state="session")


def show_told() -> None:
    """What came of accepting together, once."""
    if told := st.session_state.pop(_TOLD, None):
        note(told, "good")


def offer_together(services: Services, run: Run, clear: list[CasePlan], person: str) -> None:
    """The clear suggestions with a tick each, and one word for all that are ticked."""
    st.header(say("together.title", count=len(clear)), anchor=False)
    st.html(element("p", say("together.intro" if clear else "together.nothing")))
    picked = [told.case for told in clear[:SHOWN] if _is_picked(told, run)]
    if len(clear) > SHOWN:
        st.html(element("p", say("together.more", count=len(clear) - SHOWN)))
    if not picked:
        return
    if st.button(say("together.accept", count=len(picked))):
        st.session_state[_ASKED] = tuple(picked)
    if st.session_state.get(_ASKED) == tuple(picked):
        _ask_once_more(services, run, picked, person)


def _is_picked(told: CasePlan, run: Run) -> bool:
    """A case that nobody has looked at can be opened here, but not ticked."""
    left, right = st.columns([1, 11], vertical_alignment="center")
    with left:
        link_to_case(told.case, **kept_in_address())
    with right:
        if is_looked_at(told.case, run):
            return agree(told.case, _label(told, run))
        st.html(div(say("together.unseen", about=_label(told, run)), "km-sub"))
    return False


def _label(told: CasePlan, run: Run) -> str:
    suggestion = chosen(told)
    name = run.roster.called(told.coordinator or "")
    change = say("case.kept" if told.kept else "case.new")
    fit = suggestion.fit if suggestion else 0
    return say("together.label", case=told.case, name=name, change=change, fit=fit)


def _ask_once_more(services: Services, run: Run, picked: list[str], person: str) -> None:
    """How many become final and how many are drafts, before anything is written."""
    try:
        desks = [services.desk(run.opened, case, who=person, on=date.today()) for case in picked]
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    ready = [desk for desk in desks if _is_ready(desk)]
    note(say_count("together.final", len(ready)))
    if len(desks) > len(ready):
        note(say_count("together.drafts", len(desks) - len(ready)), "quiet")
    # Bound to the desks that were seen: what another writes from now on, isn't written over.
    st.button(
        say("together.yes"), type="primary", on_click=_accept, args=(services, run, desks, person)
    )


def _is_ready(desk: Desk) -> bool:
    return not any(found.severity is Severity.ERROR for found in desk.lacks)


def _accept(services: Services, run: Run, desks: list[Desk], person: str) -> None:
    """Write each by itself: what another wrote meanwhile in one case, stops that case alone.

    So does a draft of somebody else than the one suggested: it isn't what was ticked.
    """
    final, drafts, stopped = 0, 0, []
    for desk in desks:
        decision = desk.draft.model_copy(update={"is_final": _is_ready(desk)})
        if decision.coordinator != desk.told.coordinator:
            stopped.append(desk.case.id)
            continue
        try:
            services.settle(run.opened, decision, seen=desk.seen, who=person, on=date.today())
        except (StorageUnavailable, NotKept, NotInPlace, Stale):
            stopped.append(desk.case.id)
            continue
        final, drafts = final + decision.is_final, drafts + (not decision.is_final)
        st.session_state.pop(f"together {desk.case.id}", None)
    told = [say("together.done", final=final, drafts=drafts)]
    if stopped:
        told.append(say("together.stopped", cases=", ".join(stopped)))
    st.session_state.pop(_ASKED, None)
    st.session_state[_TOLD] = " ".join(told)
