"""The decision of a case: where it stands, what it said, and the way to make it."""

from datetime import date

import streamlit as st

from matcher.services import NotKept, Services, StorageUnavailable
from matcher.services.desk import Desk
from matcher.ui.decision_words import moment, outcome
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.pages.decision.done import show_done
from matcher.ui.pages.decision.form import show_form
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.who import name_of, needs_name, who


def show_decision(services: Services, case: str, run: Run) -> None:
    """Where the decision of a case stands, and the fields to make it in."""
    st.header(say("decision.title"), anchor=False)
    if run.id is None or (person := who()) is None:
        note(say("decision.not_kept")) if who() else needs_name()
        return
    try:
        desk = services.desk(run.opened, case, who=person.id, on=date.today())
        is_final = desk.last is not None and desk.last.decision.is_final
        on_top = st.container()
        if is_final:
            show_done(services, desk, run, person.id)
        lacking = None
        if services.may("settle"):
            label = say("decision.change" if is_final else "decision.make")
            with st.expander(label, expanded=desk.last is not None and not is_final):
                lacking = show_form(services, desk, run, person.id)
        with on_top:
            _show_standing(services, desk, run, lacking)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")


def _show_standing(services: Services, desk: Desk, run: Run, lacking: int | None) -> None:
    """In one line: nothing yet, a draft, or decided; by whom and when."""
    lacks = "" if lacking is None else say_count("decision.still_lacks", lacking)
    if desk.last is None:
        note(f"{say('decision.undecided')} {lacks}")
        return
    last = desk.last.decision
    name, at = name_of(services, desk.last.who), moment(desk.last)
    what = outcome(last, run.roster)
    if last.is_final:
        note(say("decision.decided", who=name, at=at, what=what), "good")
    else:
        note(f"{say('decision.is_draft', who=name, at=at, what=what)} {lacks}")
    if desk.changes:
        st.html(element("p", say_count("decision.changes", desk.changes), "km-sub"))
