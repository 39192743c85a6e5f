"""How firm the round's suggestions are, and which services it has most use for; both on asking."""

import streamlit as st

from matcher.services import Services
from matcher.ui.asked import on_asking
from matcher.ui.firm import show_asking
from matcher.ui.frame import note
from matcher.ui.markup import bullets, element, joined
from matcher.ui.state import Run
from matcher.ui.texts import say


def show_firmness(services: Services, run: Run) -> None:
    """The button; once answered, each case in the list carries its word."""
    if show_asking(services, run):
        note(say("firm.legend"), "quiet")


def show_demand(services: Services, run: Run) -> None:
    """The services whose hours would help the round most, in words; for KE, never for a family."""
    if not services.may("demand"):
        return
    st.header(say("demand.title"), anchor=False)
    st.html(element("p", say("demand.intro"), "km-intro"))
    told = on_asking(
        services,
        run,
        say("demand.ask"),
        ("demand",),
        services.demand,
    )
    if told is not None:
        rows = [joined([row.says, f"({row.says_of_numbers})"], " ") for row in told.services]
        st.html(joined([bullets(rows), element("p", told.says, "km-sub")]))
