"""One case of the round at a time: what the meeting needs to say yes, or to open it."""

from collections.abc import Mapping

import streamlit as st

from matcher.domain.decision import Decided
from matcher.domain.plan import CasePlan
from matcher.domain.wording import sentence
from matcher.explain.in_short import in_short
from matcher.services import Services
from matcher.ui.case_list import Said, marks_of, who_in_words
from matcher.ui.case_order import Known
from matcher.ui.clear import is_clear
from matcher.ui.looked import note_looked_at
from matcher.ui.markup import badge, div, element, joined
from matcher.ui.pages.round.together import agree
from matcher.ui.places import link_to_case
from matcher.ui.round_address import AT, kept_in_address, projecting
from matcher.ui.standing import Standing, shown
from matcher.ui.texts import say
from matcher.ui.words import chosen, lacks_coordinator


def show_one(
    services: Services,
    cases: list[CasePlan],
    known: Known,
    last: Mapping[str, Decided],
    said: Said,
) -> None:
    """The case that the address holds, or the first; and the ways to the others."""
    ids = [told.case for told in cases]
    asked = st.query_params.get(AT)
    place = ids.index(asked) if asked in ids else 0
    told = cases[place]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("case.previous"), on_click=_stand_at, args=(ids[place - 1],))
        st.button(say("case.next"), on_click=_stand_at, args=(ids[(place + 1) % len(ids)],))
        where = say("case.place", place=place + 1, count=len(ids))
        st.html(div(where, "km-sub", role="status"))
    _show(told, known, last, said)
    note_looked_at(told.case, known.run)
    _show_ways_on(services, told, known)


def _stand_at(case: str) -> None:
    st.query_params[AT] = case


def _show(told: CasePlan, known: Known, last: Mapping[str, Decided], said: Said) -> None:
    decided = shown(told, last.get(told.case), known.run)
    marks = [*marks_of(told, known), *([decided] if decided else [])]
    if told.coordinator is not None:
        kept = say("case.kept" if told.kept else "case.new")
        marks.insert(0, badge(kept, "quiet" if told.kept else "good"))
    suggestion = chosen(told)
    parts = [
        div(joined([element("strong", told.case), sentence(told.entitlement.role)], " · ")),
        div(who_in_words(told, known.run, said), "km-answer-name"),
        div(joined(marks, " ")),
    ]
    if suggestion is not None:
        parts.append(div(said(in_short(suggestion))))
        parts += [div(said(warning.message), "km-warning") for warning in suggestion.warnings]
    parts.append(element("p", say("case.a_person_decides"), "km-decides"))
    tone = "km-answer km-missing" if lacks_coordinator(told) else "km-answer"
    st.html(div(joined(parts), tone))


def _show_ways_on(services: Services, told: CasePlan, known: Known) -> None:
    """Agree to a clear suggestion here; anything else is settled on the page of the case."""
    is_open = known.stands[told.case] is not Standing.DECIDED
    if is_clear(told, known.run) and is_open and services.may("settle"):
        agree(told.case, say("together.agree", case=told.case))
    if not projecting():
        link_to_case(told.case, say("round.open_case", case=told.case), **kept_in_address())
