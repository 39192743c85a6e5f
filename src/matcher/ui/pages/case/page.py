"""Sak: what the case is owed, who can have it and why, and who can't."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.domain.wording import sentence
from matcher.services import Services
from matcher.ui.case_order import cases_in_order, listed_around
from matcher.ui.explained import FOLLOWED_UP, ROLES, WEIGHED, show_words
from matcher.ui.frame import beside, heading, note
from matcher.ui.kept_rounds import resume
from matcher.ui.looked import note_looked_at
from matcher.ui.markup import div, facts
from matcher.ui.pages.case.alternatives import show_alternatives
from matcher.ui.pages.case.answer import show_answer
from matcher.ui.pages.case.choices import show_choices
from matcher.ui.pages.case.chosen import show_chosen
from matcher.ui.pages.case.decision import show_decision
from matcher.ui.pages.case.group import show_group
from matcher.ui.pages.case.letter import show_letter
from matcher.ui.pages.case.nobody import show_nobody
from matcher.ui.pages.case.place import show_place
from matcher.ui.pages.case.refused import show_refused
from matcher.ui.pages.case.why_not import show_why_not
from matcher.ui.places import CASE, DATA, ROUND, go_to, link_to
from matcher.ui.round_address import way_back
from matcher.ui.state import Run, session
from matcher.ui.texts import say
from matcher.ui.words import case_facts, lacks_coordinator, reasons


def render(services: Services) -> None:
    """Show one case of the round that was run."""
    now = session(services)
    heading(say("case.title"), say("case.intro"))
    resume(services, now)
    if now.run is None:
        place = ROUND if now.has_cases else DATA
        note(say("case.no_round"))
        label = say("case.to_round" if now.has_cases else "round.to_data")
        if place.is_for(services) and st.button(label, type="primary"):
            go_to(place)
        return
    if not now.run.plan.cases:
        note(say("case.none_yours"))
        return
    if now.is_outdated:
        note(say("round.outdated"))
    told = _chosen_case(now.run)
    show_answer(told, now.run)
    show_place(services, told.case, now.run)
    show_decision(services, told.case, now.run)
    _show_sections(services, told, now.run)
    show_choices(services, told.case, now.run)
    show_group(services, told.case, now.run)


def _show_sections(services: Services, told: CasePlan, run: Run) -> None:
    if told.coordinator is None and not lacks_coordinator(told):
        _show_facts(told, run)
        return
    titles = ("case.tab_suggestion", "case.tab_why_not", "case.tab_letter")
    for_suggestion, for_why_not, for_letter = st.tabs([say(title) for title in titles])
    with for_suggestion:
        left, right = beside("facts", 4, 7)
        with left:
            _show_facts(told, run)
        with right:
            (show_nobody if lacks_coordinator(told) else show_chosen)(services, told, run)
        show_alternatives(told, run)
        show_refused(told, run)
    with for_why_not:
        show_why_not(services, told, run)
    with for_letter:
        show_letter(services, told, run)


def _chosen_case(run: Run) -> CasePlan:
    ids = [told.case for told in cases_in_order(run)]
    asked = st.query_params.get(CASE)
    if asked is not None and asked not in run.by_case:
        note(say("case.unknown", case=asked), "bad")
    if asked is None:
        st.session_state.setdefault(CASE, ids[0])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        case_id = st.selectbox(
            say("case.pick"), ids, key=CASE, bind="query-params", index=None,
            placeholder=say("case.pick_hint"), format_func=str, width=480,
        ) or ids[0]  # fmt: skip
        listed = listed_around(case_id, run)
        place = listed.index(case_id)
        st.button(say("case.previous"), on_click=_open, args=(listed[place - 1],))
        following = listed[(place + 1) % len(listed)]
        st.button(say("case.next"), on_click=_open, args=(following,))
    with st.container(horizontal=True, vertical_alignment="center"):
        where = say("case.place", place=place + 1, count=len(listed))
        st.html(div(where, "km-sub", role="status"), width="content")
        link_to(ROUND, say("case.back"), **way_back())
        show_words(*ROLES, *FOLLOWED_UP, *WEIGHED)
    note_looked_at(case_id, run)
    return run.by_case[case_id]


def _open(case_id: str) -> None:
    st.session_state[CASE] = case_id


def _show_facts(told: CasePlan, run: Run) -> None:
    st.header(say("case.role", role=sentence(told.entitlement.role)), anchor=False)
    st.html(reasons(told.entitlement.because))
    st.header(say("case.facts"), anchor=False)
    case = run.roster.case_by_id[told.case]
    st.html(facts(case_facts(case, told, run.roster)))
