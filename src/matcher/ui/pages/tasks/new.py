"""A task that somebody writes by hand, beside those that a decision makes."""

import streamlit as st

from matcher.domain.task import Task
from matcher.services import Services
from matcher.services.tasks import OWN_KIND
from matcher.ui.days import ask_day
from matcher.ui.frame import note
from matcher.ui.task_words import Names
from matcher.ui.texts import say
from matcher.ui.writing import tell, write

PLACE = "new task"


def offer_new(services: Services, names: Names, person: str) -> None:
    """The fields of a new task; what is typed stays until it is kept."""
    with st.expander(say("tasks.new")):
        what, case, owner, due = st.columns([4, 2, 3, 2], gap="medium")
        with what:
            title = st.text_input(say("tasks.what"), key="task title", persist_state="session")
        with case:
            case_id = st.selectbox(
                say("tasks.case"),
                [one.id for one in names.roster.cases],
                index=None,
                placeholder=say("decision.choose"),
                key="task case",
                persist_state="session",
            )
        with owner:
            holder = st.selectbox(
                say("tasks.owner"),
                names.holders,
                format_func=names.holder,
                key="task owner",
                persist_state="session",
            )
        with due:
            day = ask_day(say("tasks.due"), "task due")
        tell(PLACE)
        if not st.button(say("tasks.add")):
            return
        if not title.strip() or case_id is None:
            note(say("tasks.incomplete"), "bad")
            return
        task = Task(
            case=case_id,
            kind=OWN_KIND,
            title=title.strip(),
            owner=holder.owner,
            owner_id=holder.id,
            due=day,
        )
        write(PLACE, lambda: _added(services, task, person), forget=("task title", "task due"))
        st.rerun()


def _added(services: Services, task: Task, person: str) -> str:
    services.add_task(task, who=person)
    return say("tasks.is_added", task=task.title)
