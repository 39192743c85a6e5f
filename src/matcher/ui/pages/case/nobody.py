"""Why nobody: who is struck out, who competes for the places, and what would place the case."""

from typing import cast

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.services import Services, WhatWouldPlace
from matcher.ui.asked import at_once, on_asking
from matcher.ui.markup import bullets, element, joined
from matcher.ui.pages.case.ways import show_ways
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import reasons


def show_nobody(services: Services, told: CasePlan, run: Run) -> None:
    """The reasons at once, and on asking the smallest changes that place the case."""
    st.header(say("nobody.why"), anchor=False)
    if not services.may("why_nobody"):
        st.html(reasons(told.unplaced_because))
        return
    answer = at_once(
        services,
        run,
        ("why nobody", told.case),
        lambda asked: services.why_nobody(asked, told.case),
    )
    if answer is None:
        st.html(reasons(told.unplaced_because))
        return
    st.html(joined([reasons(answer.struck_out), bullets(answer.says)]))
    st.html(element("h3", say("nobody.what")))
    question = ("what would place", told.case)
    ways = on_asking(services, run, say("nobody.ask"), question, "what_would_place", told.case)
    if ways is None:
        st.html(element("p", say("why_not.takes_a_while"), "km-sub"))
    else:
        told_ways = cast("WhatWouldPlace", ways)
        show_ways(told_ways.says, told_ways.ways, run)
