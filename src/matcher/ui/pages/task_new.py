"""A task that somebody writes by hand, beside those that a decision makes."""

import streamlit as st

from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.domain.wording import sentence
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.services.tasks import OWN_KIND
from matcher.ui.frame import note
from matcher.ui.pages.task_rows import tell_next
from matcher.ui.texts import say


def offer_new(services: Services, roster: Roster, person: str) -> None:
    """The fields of a new task; what is typed stays until it is kept."""
    with st.expander(say("tasks.new")):
        what, case, owner, due = st.columns([4, 2, 2, 2], gap="medium")
        with what:
            title = st.text_input(say("tasks.what"), key="task title", persist_state="session")
        with case:
            case_id = st.selectbox(
                say("tasks.case"),
                [one.id for one in roster.cases],
                index=None,
                placeholder=say("decision.choose"),
                key="task case",
            )
        with owner:
            whose = st.selectbox(
                say("tasks.owner"), list(TaskOwner), format_func=sentence, key="task owner"
            )
        with due:
            day = st.date_input(say("tasks.due"), value=None, key="task due", format="DD.MM.YYYY")
        if not st.button(say("tasks.add")):
            return
        if not title.strip() or case_id is None:
            note(say("tasks.incomplete"), "bad")
            return
        task = Task(case=case_id, kind=OWN_KIND, title=title.strip(), owner=whose, due=day)
        try:
            services.add_task(task, who=person)
        except (StorageUnavailable, NotKept) as fault:
            note(str(fault), "bad")
            return
        st.session_state.pop("task title", None)
        tell_next(say("tasks.is_added", task=task.title))
        st.rerun()
