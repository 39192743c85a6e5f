"""Cases that have been kept long enough, and deleting a case for good."""

from datetime import date

import streamlit as st

from matcher.domain.history import DeletionGround
from matcher.domain.overview import DueForDeletion
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.state import Run, session
from matcher.ui.texts import label, say

_TOLD = "deletion told"


def show_deletion(services: Services, run: Run, person: str) -> None:
    """What is due, and the fields to delete a case; it can't be undone, and that is said."""
    if told := st.session_state.pop(_TOLD, None):
        note(told, "good")
    due = services.due_for_deletion(run.opened, who=person, on=date.today())
    _show_due(due, has_rule=run.profile.retention is not None)
    st.header(say("deletion.title"), anchor=False)
    st.html(element("p", say("deletion.intro")))
    first = [one.case for one in due]
    cases = dict.fromkeys([*first, *(told.case for told in run.plan.cases)])
    left, right = st.columns(2, gap="medium")
    with left:
        case = st.selectbox(
            say("list.case"),
            list(cases),
            index=None,
            placeholder=say("case.pick_hint"),
            key="deletion case",
        )
    with right:
        ground = st.selectbox(
            say("deletion.ground"),
            list(DeletionGround),
            index=None,
            placeholder=say("decision.choose"),
            format_func=label,
            key="deletion ground",
        )
    is_sure = st.checkbox(say("deletion.sure"), key=f"deletion sure {case}")
    if not st.button(say("deletion.delete"), key="delete"):
        return
    if case is None or ground is None or not is_sure:
        note(say("deletion.incomplete"), "bad")
        return
    _delete(services, run, case, ground, person)


def _show_due(due: tuple[DueForDeletion, ...], *, has_rule: bool) -> None:
    if not has_rule:
        note(say("deletion.no_rule"), "quiet")
        return
    if not due:
        note(say("deletion.nothing_due"), "good")
        return
    st.header(say("deletion.due", count=len(due)), anchor=False)
    rows = [(one.case, norwegian.day(one.last_used), norwegian.day(one.due)) for one in due]
    headings = [say("list.case"), say("deletion.last_used"), say("deletion.due_on")]
    st.html(table(say("deletion.due", count=len(due)), headings, rows))


def _delete(services: Services, run: Run, case: str, ground: DeletionGround, person: str) -> None:
    """Delete it, and open the round again without it."""
    now = session(services)
    try:
        services.delete_case(case, ground=ground, who=person)
        if run.id is not None:
            now.open(services.open_kept_round(run.id, who=person))
            now.before = None
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    st.session_state[_TOLD] = say("deletion.is_deleted", case=case)
    st.rerun()
