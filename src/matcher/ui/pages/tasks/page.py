"""Oppgaver: what is to be done in the cases, by whom, by when."""

from datetime import date, timedelta

import streamlit as st

from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.services import Services, StorageUnavailable
from matcher.services.tasks import Wanted
from matcher.ui.files import hand_out
from matcher.ui.frame import heading, note
from matcher.ui.kept_rounds import resume
from matcher.ui.pages.tasks.new import offer_new
from matcher.ui.pages.tasks.rows import show_tasks
from matcher.ui.places import TASKS_IN
from matcher.ui.state import session
from matcher.ui.task_words import Names
from matcher.ui.texts import label, say, say_count
from matcher.ui.who import needs_name, who
from matcher.ui.writing import tell

PAGE_LENGTH = 15
OPEN, OVERDUE, SOON, DONE = "tasks.open", "tasks.overdue", "tasks.soon", "tasks.done"
SOON_DAYS = 14


def render(services: Services) -> None:
    """The tasks that are asked for, the most urgent first."""
    now = session(services)
    heading(say("tasks.title"), say("tasks.intro"))
    person = who()
    if person is None:
        needs_name()
        return
    resume(services, now)
    roster = now.run.roster if now.run else Roster(on=now.on)
    try:
        every = services.tasks(Wanted(done=None), who=person.id)
        names = Names(roster, services.people())
        tell()
        if services.may("add_task"):
            offer_new(services, names, person.id)
        if not every:
            note(say("tasks.none_yet"))
            return
        wanted = _ask_which(every, names)
        found = tuple(task for task in every if wanted.has(task))
        _show(services, found, names, person.id)
    except StorageUnavailable as fault:
        note(str(fault), "bad")


def _ask_which(every: tuple[Task, ...], names: Names) -> Wanted:
    kind = st.segmented_control(
        say("tasks.show"),
        [OPEN, OVERDUE, SOON, DONE],
        default=OPEN,
        required=True,
        format_func=lambda key: f"{say(key)} ({sum(_kinds(key).has(task) for task in every)})",
        key="tasks kind",
        persist_state="session",
    )
    left, middle, right = st.columns(3, gap="medium")
    with left:
        case = st.selectbox(
            say("tasks.case"),
            sorted({task.case for task in every} | {st.query_params.get(TASKS_IN, "")} - {""}),
            index=None,
            placeholder=say("tasks.every_case"),
            key=TASKS_IN,
            bind="query-params",
        )
    with middle:
        owner = st.selectbox(
            say("tasks.owner"),
            list(TaskOwner),
            index=None,
            placeholder=say("tasks.every_owner"),
            format_func=label,
            key="tasks owner",
            persist_state="session",
        )
    with right:
        owner_id = st.selectbox(
            say("tasks.person"),
            sorted({task.owner_id for task in every if task.owner_id}),
            index=None,
            placeholder=say("tasks.everybody"),
            format_func=names.called,
            key="tasks person",
            persist_state="session",
        )
    asked = _kinds(kind)
    return Wanted(case, owner, owner_id, done=asked.done, due_by=asked.due_by)


def _kinds(key: str) -> Wanted:
    today = date.today()
    return {
        OPEN: Wanted(),
        OVERDUE: Wanted(due_by=today - timedelta(days=1)),
        SOON: Wanted(due_by=today + timedelta(days=SOON_DAYS)),
        DONE: Wanted(done=True),
    }[key]


def _show(services: Services, found: tuple[Task, ...], names: Names, person: str) -> None:
    if not found:
        note(say("tasks.nothing"), "quiet")
        return
    st.header(say_count("tasks.count", len(found)), anchor=False)
    below = st.container()
    pages = -(-len(found) // PAGE_LENGTH)
    first = (st.pagination(pages, key="tasks_page") - 1) * PAGE_LENGTH if pages > 1 else 0
    with below:
        show_tasks(services, found[first : first + PAGE_LENGTH], names, person)
    with st.container(horizontal=True):
        hand_out(
            say("tasks.calendar"),
            lambda: services.task_calendar(found, names.roster, who=person),
            "oppgaver.ics",
        )
        hand_out(
            say("tasks.workbook"),
            lambda: services.task_workbook(found, names.roster, who=person),
            "oppgaver.xlsx",
        )
