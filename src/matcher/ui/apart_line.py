"""Work that goes on apart: how far it has come, a way to stop it, and a fault in plain words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from matcher.services import Apart, WentWrong
from matcher.ui.frame import note
from matcher.ui.texts import say

OFTEN_S = 0.5
TOLD = ("ChoicesClash", "NotAllowed", "ScenarioError", "Stopped", "UnusableRound")
"""Faults that are told to the user as they are; any other is the program's own."""


def show_going_on(works: dict[str, Apart], name: str, done: Callable[[object], None]) -> None:
    """A line for work that goes on; ``done`` takes its answer when it is over."""

    @st.fragment(run_every=OFTEN_S)
    def line() -> None:
        work = works.get(name)
        if work is None:
            return
        if not work.is_over:
            step = work.step or say("asked.working")
            st.progress(min(max(work.share, 0.0), 1.0), text=step)
            if st.button(say("what_if.stop"), key=f"stop-{name}"):
                work.cancel()
                del works[name]
                st.rerun()
            return
        if work.fault is None:
            del works[name]
            done(work.answer)
            st.rerun()
        _tell(work.fault)

    if name in works:
        line()


def _tell(fault: WentWrong) -> None:
    own = say("what_if.own_fault", fault=fault.kind)
    note(fault.message if fault.kind in TOLD else own, "bad")
