"""Runde: run it, see who is suggested for whom, how the load falls, how good the plan is."""

import streamlit as st

from matcher.domain.ids_only import IdsOnly
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.explained import ROLES, WEIGHED, show_words
from matcher.ui.frame import heading, note, tally
from matcher.ui.kept_rounds import resume, show_earlier, show_whether_kept, show_whether_newest
from matcher.ui.pages.round.again import show_changes
from matcher.ui.pages.round.decisions import show_decisions
from matcher.ui.pages.round.firm import show_demand, show_firmness
from matcher.ui.pages.round.goals import show_goals
from matcher.ui.pages.round.list import show_list
from matcher.ui.pages.round.load import show_load
from matcher.ui.pages.round.next import show_next_step
from matcher.ui.pages.round.run import show_running
from matcher.ui.places import DATA, go_to
from matcher.ui.round_address import (
    PROJECTOR,
    TAB,
    come_back,
    projecting,
    remember,
)
from matcher.ui.running import running
from matcher.ui.state import Run, Session, session
from matcher.ui.texts import say
from matcher.ui.words import lacks_coordinator

TABS = ("round.tab_cases", "round.tab_decisions", "round.tab_load", "round.tab_goals")


def render(services: Services) -> None:
    """Run the round and show its answer."""
    come_back()
    now = session(services)
    heading(say("round.title"), say("round.intro"))
    resume(services, now)
    if not now.has_cases and now.run is None and running(services) is None:
        note(say("round.no_data"))
        if DATA.is_for(services) and st.button(say("round.to_data"), type="primary"):
            go_to(DATA)
        return
    if now.run is not None:
        _show_choice_of_wall()
    show_running(services, now)
    if now.run is not None and projecting():
        _show_on_wall(services, now, now.run)
    else:
        show_whether_newest(services, now)
        show_whether_kept(services, now)
        show_changes(services, now)
        if now.run is not None:
            _show_answer(services, now, now.run)
        show_earlier(services, now)
    remember()


def _show_choice_of_wall() -> None:
    """For the meeting, or for a wall, where there is no room to explain the words."""
    with st.container(horizontal=True, vertical_alignment="center", gap="large"):
        st.toggle(
            say("round.projector"),
            help=say("round.projector_help"),
            key=PROJECTOR,
            bind="query-params",
            width="content",
        )
        if not projecting():
            show_words(*ROLES, *WEIGHED)


def _show_on_wall(services: Services, now: Session, run: Run) -> None:
    """Large, and with ids where names would stand: others may see it."""
    with st.container(key="km-projector"):
        _show_tally(run)
        show_list(services, now, run, IdsOnly(run.roster))


def _show_tally(run: Run) -> None:
    cases = run.plan.cases
    placed = [case for case in cases if case.coordinator is not None]
    unplaced = [case for case in cases if lacks_coordinator(case)]
    kept = sum(case.kept for case in placed)
    proven = all(goal.optimal for goal in run.plan.round.goals)
    tally(
        [
            (say("round.placed", count=len(placed) + len(unplaced)), norwegian.number(len(placed))),
            (say("round.unplaced"), norwegian.number(len(unplaced))),
            (say("round.kept"), norwegian.number(kept)),
            (say("round.new"), norwegian.number(len(placed) - kept)),
            (say("round.quality"), say("round.proven" if proven else "round.best_found")),
        ]
    )


def _show_answer(services: Services, now: Session, run: Run) -> None:
    """The tabs; only the open one is made, for each takes its time."""
    _show_tally(run)
    show_next_step(run)
    titles = [say(tab) for tab in TABS]
    for tab, name in zip(st.tabs(titles, key=TAB, bind="query-params"), TABS, strict=True):
        if not tab.open:
            continue
        with tab:
            if name == "round.tab_cases":
                show_firmness(services, run)
                show_list(services, now, run, str)
            elif name == "round.tab_decisions":
                show_decisions(services, run)
            elif name == "round.tab_load":
                show_load(run)
                show_demand(services, run)
            else:
                show_goals(services, run)
