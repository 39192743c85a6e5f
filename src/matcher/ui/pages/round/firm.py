"""How firm the round's suggestions are, and which services it has most use for; both on asking."""

from typing import cast

import streamlit as st

from matcher.services import Demands, Services
from matcher.ui.asked import on_asking
from matcher.ui.firm import show_asking
from matcher.ui.markup import bullets, div, element, joined
from matcher.ui.state import Run
from matcher.ui.texts import say

_DEMAND = ("demand",), "demand"
"""The question, and the service that answers it."""


def show_firmness(services: Services, run: Run) -> None:
    """That it isn't worked out yet, and the button; then each case in the list has its word."""
    if not services.may("firmness"):
        return
    is_known = show_asking(services, run)
    st.html(div(say("firm.legend" if is_known else "firm.not_yet"), "km-sub"))


def show_demand(services: Services, run: Run) -> None:
    """The services whose hours would help the round most, in words; for KE, never for a family."""
    if not services.may("demand"):
        return
    st.header(say("demand.title"), anchor=False)
    st.html(element("p", say("demand.intro"), "km-intro"))
    told = cast("Demands | None", on_asking(services, run, say("demand.ask"), *_DEMAND))
    if told is not None:
        rows = [joined([row.says, f"({row.says_of_numbers})"], " ") for row in told.services]
        st.html(joined([bullets(rows), element("p", told.says, "km-sub")]))
