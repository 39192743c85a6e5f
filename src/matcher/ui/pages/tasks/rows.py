"""Each task on a line, with what can be done with it: done, moved, given away, opened again."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from matcher.domain.task import Task
from matcher.profiles.profile import Profile
from matcher.services import Services
from matcher.ui.days import WRITTEN
from matcher.ui.markup import div, element, html, joined
from matcher.ui.places import link_to_case
from matcher.ui.state import session
from matcher.ui.task_words import Holder, Names, due, facts_of, owner
from matcher.ui.texts import say
from matcher.ui.writing import follow, tell, write


def show_tasks(services: Services, tasks: tuple[Task, ...], names: Names, person: str) -> None:
    """A line a task: what, case, whose, by when; and its buttons."""
    with st.container(key="km-tasks", gap=None):
        for task in tasks:
            what, case, buttons = st.columns([6, 1, 5], gap="small", vertical_alignment="center")
            what.html(_line(task, names))
            with case:
                link_to_case(task.case)
            if services.may("finish_task"):
                with buttons.container(horizontal=True, horizontal_alignment="right"):
                    _offer(services, task, names, person)
            tell(_place(task))


def _line(task: Task, names: Names) -> str:
    about = [owner(task, names), *([task.note] if task.note else [])]
    source = [say("case.rule_source", source=task.source)] if task.source else []
    cells = [
        div(joined([element("strong", task.title), due(task)], " ")),
        div(joined(map(html, [*about, *source]), " · "), "km-sub"),
    ]
    return joined(cells)


def _offer(services: Services, task: Task, names: Names, person: str) -> None:
    """The buttons; each changes the task as it stands on the page now."""
    if task.done_on is not None:

        def reopen() -> str:
            services.reopen_task(task, who=person)
            return say("tasks.is_open")

        _button(task, names, "tasks.reopen", "reopen", reopen)
        return
    now = session(services)
    profile = now.run.profile if now.run else now.profile
    _button(task, names, "tasks.finish", "finish", lambda: _finish(services, task, profile, person))
    with st.popover(say("tasks.move"), key=f"move {task.id}", help=_named(task)):
        _offer_another_day(services, task, names, person)
    # Always made: a popover that draws the page anew as it closes, swallows a click on a link.
    with st.popover(say("tasks.give"), key=f"give {task.id}", help=_named(task)):
        _offer_to_another(services, task, names, person)


def _offer_another_day(services: Services, task: Task, names: Names, person: str) -> None:
    field = f"day {task.id}"
    follow(field, task.due)
    st.date_input(say("tasks.new_day", task=_named(task)), value=None, key=field, format=WRITTEN)

    def move() -> str:
        services.reschedule_task(task, st.session_state[field], who=person)
        return say("tasks.is_moved")

    _button(task, names, "tasks.move_now", "move now", move)


def _offer_to_another(services: Services, task: Task, names: Names, person: str) -> None:
    field = f"holder {task.id}"
    follow(field, Holder.of(task))
    everybody = dict.fromkeys([Holder.of(task), *names.holders])
    st.selectbox(
        say("tasks.new_owner", task=_named(task)),
        list(everybody),
        format_func=names.holder,
        key=field,
    )

    def give() -> str:
        to: Holder = st.session_state[field]
        services.reassign_task(task, to.owner, to.id, who=person)
        return say("tasks.is_given", task=task.title, to=names.holder(to))

    _button(task, names, "tasks.give_now", "give now", give)


def _button(task: Task, names: Names, label: str, key: str, change: Callable[[], str]) -> None:
    st.button(
        say(label),
        key=f"{key} {task.id}",
        help=_named(task),
        on_click=write,
        args=(_place(task), change, lambda one: facts_of(one, names)),
    )


def _finish(services: Services, task: Task, profile: Profile, person: str) -> str:
    """Write that it is done; the words tell what follows from it."""
    _, *after = services.finish_task(task, profile, who=person, on=date.today())
    following = [say("tasks.follows", task=each.title, due=due(each, plain=True)) for each in after]
    return " ".join([say("tasks.is_done", task=task.title), *following])


def _place(task: Task) -> str:
    return f"task {task.id}"


def _named(task: Task) -> str:
    return say("tasks.named", task=task.title, case=task.case)
