"""Hvorfor ikke …? Any coordinator: what stands in the way, what it costs, what would change it."""

from typing import cast

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.services import Services, WhatWouldChange, WhyNot
from matcher.ui.asked import at_once, known, on_asking
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.pages.case.ways import show_ways
from matcher.ui.pages.case.why_not_answer import show_answer
from matcher.ui.state import Run
from matcher.ui.texts import say


def show_why_not(services: Services, told: CasePlan, run: Run) -> None:
    """A chooser with everybody, the likeliest first; the answer, and on asking what it takes."""
    if not services.may("why_not"):
        note(say("why_not.not_for_you"), "quiet")
        return
    st.html(element("p", say("why_not.intro"), "km-intro"))
    other = st.selectbox(
        say("why_not.pick"),
        _in_order(told, run),
        index=None,
        key=f"why-not-{told.case}",
        placeholder=say("why_not.pick_hint"),
        format_func=run.roster.called,
        width=520,
    )
    if other is None:
        return
    answer = at_once(
        services,
        run,
        ("why not", told.case, other),
        lambda asked: services.why_not(asked, told.case, other),
    )
    if answer is None:
        return
    closer = ("closer", told.case, other)
    show_answer(cast("WhyNot", known(services, run, closer) or answer), run)
    if answer.can_be_closer:
        _offer_closer(services, run, closer)
    st.header(say("why_not.what", name=run.roster.called(other)), anchor=False)
    question = ("what would change", told.case, other)
    ways = on_asking(
        services, run, say("why_not.ask"), question, "what_would_change", told.case, other
    )
    if ways is None:
        st.html(element("p", say("why_not.takes_a_while"), "km-sub"))
    else:
        told_ways = cast("WhatWouldChange", ways)
        show_ways(told_ways.says, told_ways.ways, run)


def _offer_closer(services: Services, run: Run, question: tuple[str, str, str]) -> None:
    """The exact answer of a large round, once somebody asks for it; it takes the place above."""
    _, case, other = question
    if known(services, run, question) is None:
        st.html(element("p", say("why_not.closer_intro"), "km-sub"))
    on_asking(
        services, run, say("why_not.closer"), question, "why_not", case, other, thoroughly=True
    )


def _in_order(told: CasePlan, run: Run) -> list[str]:
    """Those who may have the case, the best for the round first; then the others by name."""
    ranked = [each.coordinator for each in told.suggestions if each.coordinator != told.coordinator]
    known = {told.coordinator, *ranked}
    others = [person for person in run.roster.coordinators if person.id not in known]
    others.sort(key=lambda person: (person.name or "", person.id))
    return [*ranked, *(person.id for person in others)]
