"""Runde: run it, see who is suggested for whom, how the load falls, how good the plan is."""

import streamlit as st

from matcher.services import ChoicesClash, RoundRequest, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.case_list import cases_in_order, show_cases
from matcher.ui.frame import heading, note, tally
from matcher.ui.kept_rounds import keep, resume, show_earlier, show_whether_kept
from matcher.ui.markup import element
from matcher.ui.pages.round_again import choices_differ, show_changes, with_standing_choices
from matcher.ui.pages.round_decisions import show_decisions
from matcher.ui.pages.round_firm import show_demand, show_firmness
from matcher.ui.pages.round_goals import show_goals
from matcher.ui.pages.round_load import show_load
from matcher.ui.places import DATA, go_to, link_to_case
from matcher.ui.state import Run, Session, session
from matcher.ui.texts import say, say_count
from matcher.ui.words import lacks_coordinator, reasons

FIRST_TO_MEND = 6


def render(services: Services) -> None:
    """Run the round and show its answer."""
    now = session(services)
    heading(say("round.title"), say("round.intro"))
    resume(services, now)
    if not now.has_cases and now.run is None:
        note(say("round.no_data"))
        if st.button(say("round.to_data"), type="primary"):
            go_to(DATA)
        return
    _show_run_button(services, now)
    show_whether_kept(services, now)
    show_changes(services, now)
    if now.run is not None:
        _show_answer(services, now.run)
    show_earlier(services, now)


def _show_run_button(services: Services, now: Session) -> None:
    if now.is_outdated:
        note(say("round.outdated"))
    elif now.run is not None and choices_differ(services, now.run):
        note(say("again.choices_differ"))
    elif now.run is not None:
        return
    label = say("round.run" if now.run is None else "round.run_again")
    if now.imported is not None and now.run is None:
        roster = now.imported.roster
        ready = say(
            "round.ready",
            cases=norwegian.number(len(roster.cases)),
            coordinators=norwegian.number(len(roster.coordinators)),
            municipality=now.profile.words.municipality,
        )
        st.html(element("p", ready))
    place = st.empty()
    if now.has_cases and place.button(label, type="primary") and _run(services, now):
        st.rerun()


def _run(services: Services, now: Session) -> bool:
    """Run the round and keep it; where that can't be done, say why."""
    if now.imported is None:
        return False
    line = st.progress(0.0, text=say("round.starts"))
    asked = RoundRequest(roster=now.imported.roster, profile=now.profile)
    try:
        request = with_standing_choices(services, asked)
        plan = services.run_round(request, lambda step, done: _told(line, step, done))
    except ChoicesClash as clash:
        note(say("again.clash"), "bad")
        st.html(reasons(clash.findings))
        return False
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return False
    name = now.source.name if now.source else ""
    text = services.profile_text(request.profile.id)
    now.before = now.run
    now.run = keep(services, Run(plan, request.roster, request.profile, name, text))
    return True


def _told(line: st.delta_generator.DeltaGenerator, step: str, done: float) -> None:
    line.progress(min(max(done, 0.0), 1.0), text=step)


def _show_answer(services: Services, run: Run) -> None:
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
    _show_next_step(run)
    tabs = ("round.tab_cases", "round.tab_decisions", "round.tab_load", "round.tab_goals")
    for_cases, for_decisions, for_load, for_goals = st.tabs([say(tab) for tab in tabs])
    with for_cases:
        show_firmness(services, run)
        show_cases(services, run)
    with for_decisions:
        show_decisions(services, run)
    with for_load:
        show_load(run)
        show_demand(services, run)
    with for_goals:
        show_goals(services, run)


def _show_next_step(run: Run) -> None:
    first = cases_in_order(run)
    unplaced = [told.case for told in first if lacks_coordinator(told)]
    if not unplaced:
        note(say("round.next_all_placed"), "good")
        return
    note(say_count("round.next_unplaced", len(unplaced)))
    with st.container(horizontal=True):
        for case_id in unplaced[:FIRST_TO_MEND]:
            link_to_case(case_id, say("round.open_case", case=case_id))
