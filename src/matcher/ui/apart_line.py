"""Work that goes on apart: how far it has come, a way to stop it, and a fault in plain words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from matcher.services import Apart, WentWrong
from matcher.ui.frame import note
from matcher.ui.texts import say, translated

OFTEN_S = 0.5
TOLD = ("ChoicesClash", "NotAllowed", "ScenarioError", "Stopped", "UnusableRound")
"""Faults that are told to the user as they are; any other is the program's own."""


def is_going_on(works: dict[str, Apart], name: str) -> bool:
    """Whether work goes on; what ended in a fault can be begun again."""
    return name in works and works[name].fault is None


def show_going_on(
    works: dict[str, Apart],
    name: str,
    done: Callable[[object], None],
    stopped: Callable[[object], None] = lambda so_far: None,
) -> None:
    """A line for work that goes on, and its fault where it ended in one.

    ``done`` takes its answer when it is over; ``stopped`` takes what it had found when somebody
    stopped it, where that is anything.
    """

    @st.fragment(run_every=OFTEN_S)
    def line() -> None:
        work = works.get(name)
        if work is None:
            return
        if not work.is_over:
            step = work.step or say("asked.working")
            st.progress(min(max(work.share, 0.0), 1.0), text=translated(step))
            if st.button(say("what_if.stop"), key=f"stop-{name}"):
                work.cancel()
                del works[name]
                if work.so_far is not None:
                    stopped(work.so_far)
                st.rerun()
            return
        if work.fault is None:
            del works[name]
            done(work.answer)
        st.rerun()

    if is_going_on(works, name):
        line()
    elif name in works and (fault := works[name].fault) is not None:
        _tell(fault)


def _tell(fault: WentWrong) -> None:
    own = say("what_if.own_fault", fault=fault.kind)
    note(fault.message if fault.kind in TOLD else own, "bad")
