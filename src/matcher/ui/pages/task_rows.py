"""Each task on a line, with what can be done with it: done, moved to another day, opened again."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from matcher.domain.roster import Roster
from matcher.domain.task import Task
from matcher.services import NotKept, Services, Stale, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.markup import div, element, html, joined
from matcher.ui.places import link_to_case
from matcher.ui.state import session
from matcher.ui.task_words import due, owner
from matcher.ui.texts import say

_TOLD = "task_told"


def tell_what_happened() -> None:
    """What came of the last change, told once."""
    if told := st.session_state.pop(_TOLD, None):
        note(told, "good")


def tell_next(told: str) -> None:
    """Say it when the page is drawn again."""
    st.session_state[_TOLD] = told


def show_tasks(services: Services, tasks: tuple[Task, ...], roster: Roster, person: str) -> None:
    """A line a task: what, case, whose, by when; and its buttons."""
    with st.container(key="km-tasks", gap=None):
        for task in tasks:
            what, case, buttons = st.columns([7, 1, 4], gap="small", vertical_alignment="center")
            what.html(_line(task, roster))
            with case:
                link_to_case(task.case)
            if services.may("finish_task"):
                with buttons.container(horizontal=True, horizontal_alignment="right"):
                    _offer(services, task, person)


def _line(task: Task, roster: Roster) -> str:
    about = [owner(task, roster), *([task.note] if task.note else [])]
    source = [say("case.rule_source", source=task.source)] if task.source else []
    cells = [
        div(joined([element("strong", task.title), due(task)], " ")),
        div(joined(map(html, [*about, *source]), " · "), "km-sub"),
    ]
    return joined(cells)


def _offer(services: Services, task: Task, person: str) -> None:
    if task.done_on is not None:
        if st.button(say("tasks.reopen"), key=f"reopen {task.id}"):
            _do(lambda: services.reopen_task(task, who=person), say("tasks.is_open"))
        return
    name = _named(task)
    if st.button(say("tasks.finish"), key=f"finish {task.id}", help=name):
        _do(lambda: _finish(services, task, person))
    with st.popover(say("tasks.move"), key=f"move {task.id}", help=name):
        day = st.date_input(
            say("tasks.new_day", task=name),
            value=task.due,
            key=f"day {task.id} {task.version}",
            format="DD.MM.YYYY",
        )
        if st.button(say("tasks.move_now"), key=f"move now {task.id}"):
            _do(lambda: services.reschedule_task(task, day, who=person), say("tasks.is_moved"))


def _finish(services: Services, task: Task, person: str) -> str:
    """Write that it is done; the words tell what follows from it."""
    now = session(services)
    profile = now.run.profile if now.run else now.profile
    _, *after = services.finish_task(task, profile, who=person, on=date.today())
    following = [say("tasks.follows", task=each.title, due=due(each, plain=True)) for each in after]
    return " ".join([say("tasks.is_done", task=task.title), *following])


def _do(change: Callable[[], object], told: str | None = None) -> None:
    """Make a change, and say what came of it; where it can't be made, say why."""
    try:
        came = change()
    except (StorageUnavailable, NotKept, Stale) as fault:
        note(str(fault), "bad")
        return
    tell_next(told or str(came))
    st.rerun()


def _named(task: Task) -> str:
    return say("tasks.named", task=task.title, case=task.case)
