"""The decisions of a round: how far it has come, and the clear suggestions accepted together."""

from datetime import date

import streamlit as st

from matcher.domain.finding import Severity
from matcher.domain.plan import CasePlan
from matcher.services import NotKept, Services, Stale, StorageUnavailable
from matcher.services.desk import Desk, NotInPlace
from matcher.ui import norwegian
from matcher.ui.files import XLSX
from matcher.ui.frame import note, tally
from matcher.ui.markup import element, spoken
from matcher.ui.places import link_to_case
from matcher.ui.standing import MANY, Standing, last_decisions, standing
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.who import needs_name, who
from matcher.ui.words import chosen, lacks_coordinator

_ASKED, _TOLD = "together asked", "together told"
SHOWN = 30


def show_decisions(services: Services, run: Run) -> None:
    """Decided, drafts and what is left; then those that can be accepted together."""
    if run.id is None or (person := who()) is None:
        note(say("decision.not_kept")) if who() else needs_name()
        return
    if told := st.session_state.pop(_TOLD, None):
        note(told, "good")
    last = last_decisions(services, run)
    stands = {each.case: standing(each, last.get(each.case), run) for each in run.plan.cases}
    owed = [each for each in run.plan.cases if each.coordinator or lacks_coordinator(each)]
    counts = {way: sum(stands[each.case] is way for each in owed) for way in Standing}
    tally([(say(MANY[way]), norwegian.number(count)) for way, count in counts.items()])
    clear = [
        each for each in owed if _is_clear(each, run) and stands[each.case] is not Standing.DECIDED
    ]
    st.download_button(
        say("exports.meeting_list"),
        lambda: services.meeting_list(run.opened, who=person.id, on=date.today()),
        file_name="møteliste.xlsx",
        mime=XLSX,
    )
    if services.may("settle"):
        _offer_together(services, run, clear, person.id)


def _is_clear(told: CasePlan, run: Run) -> bool:
    """Whether somebody with an acceptable fit is suggested, and nothing is remarked on."""
    suggestion = chosen(told)
    if suggestion is None or suggestion.fit < run.profile.goals.poor_fit.levels[-1]:
        return False
    return all(warning.severity is Severity.INFO for warning in suggestion.warnings)


def _offer_together(services: Services, run: Run, clear: list[CasePlan], person: str) -> None:
    st.header(say("together.title", count=len(clear)), anchor=False)
    st.html(element("p", say("together.intro" if clear else "together.nothing")))
    picked = []
    for told in clear[:SHOWN]:
        left, right = st.columns([1, 11], vertical_alignment="center")
        with left:
            link_to_case(told.case)
        if right.checkbox(_label(told, run), key=f"together {told.case}", persist_state="session"):
            picked.append(told.case)
    if len(clear) > SHOWN:
        st.html(element("p", say("together.more", count=len(clear) - SHOWN)))
    if not picked:
        return
    if st.button(say("together.accept", count=len(picked))):
        st.session_state[_ASKED] = tuple(picked)
    if st.session_state.get(_ASKED) == tuple(picked):
        _ask_once_more(services, run, picked, person)


def _label(told: CasePlan, run: Run) -> str:
    suggestion = chosen(told)
    name = run.roster.called(told.coordinator or "")
    change = say("case.kept" if told.kept else "case.new")
    fit = suggestion.fit if suggestion else 0
    return spoken(say("together.label", case=told.case, name=name, change=change, fit=fit))


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
    if st.button(say("together.yes"), type="primary"):
        _accept(services, run, desks, person)


def _is_ready(desk: Desk) -> bool:
    return not any(found.severity is Severity.ERROR for found in desk.lacks)


def _accept(services: Services, run: Run, desks: list[Desk], person: str) -> None:
    """Write each by itself: what another wrote meanwhile in one case, stops that case alone."""
    final, drafts, stopped = 0, 0, []
    for desk in desks:
        decision = desk.draft.model_copy(update={"is_final": _is_ready(desk)})
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
    st.rerun()
