"""What to do next on Runde: the cases that nobody is suggested for, or the list."""

import streamlit as st

from matcher.ui.case_order import cases_in_order
from matcher.ui.frame import note
from matcher.ui.places import link_to_case
from matcher.ui.round_address import kept_in_address
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.words import lacks_coordinator

FIRST_TO_MEND = 6


def show_next_step(run: Run) -> None:
    """The first cases without a coordinator as links; else that all have a suggestion."""
    unplaced = [told.case for told in cases_in_order(run) if lacks_coordinator(told)]
    if not unplaced:
        note(say("round.next_all_placed"), "good")
        return
    note(say_count("round.next_unplaced", len(unplaced)))
    with st.container(horizontal=True):
        for case_id in unplaced[:FIRST_TO_MEND]:
            link_to_case(case_id, say("round.open_case", case=case_id), **kept_in_address())
