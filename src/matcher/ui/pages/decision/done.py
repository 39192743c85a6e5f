"""What a final decision said, and what came of it: tasks, and letters to send."""

from datetime import date

import streamlit as st

from matcher.domain.decision import Decided
from matcher.domain.task import Task
from matcher.domain.wording import sentence
from matcher.services import DecidedBy, LetterError, LetterKind, Services
from matcher.services.desk import Desk
from matcher.ui.days import days
from matcher.ui.decision_words import facts_of
from matcher.ui.files import hand_out
from matcher.ui.frame import beside, note
from matcher.ui.markup import facts, table
from matcher.ui.pages.decision.exports import offer_export
from matcher.ui.places import TASKS, TASKS_IN, link_to
from matcher.ui.state import Run
from matcher.ui.task_words import Names, due, owner
from matcher.ui.texts import say
from matcher.ui.who import name_of
from matcher.ui.words import reasons

LETTERS = {
    LetterKind.FAMILY: "decision.letter_family",
    LetterKind.COORDINATOR: "decision.letter_coordinator",
    LetterKind.LEADER: "decision.letter_leader",
}


def show_done(services: Services, desk: Desk, run: Run, person: str) -> None:
    """The decision with its reasons, the tasks that wait, and the letters."""
    if desk.last is None:
        return
    left, right = beside("done", 1, 1)
    with left:
        st.html(facts(facts_of(desk.last.decision, run)))
        _show_who_answers(services, desk, run, person)
    with right:
        _show_tasks(desk, Names(run.roster, services.people()))
        if desk.last.decision.coordinator is None:
            return
        if services.may("letter"):
            _offer_letters(services, desk, desk.last, run)
        offer_export(services, desk, run, person)


def _show_who_answers(services: Services, desk: Desk, run: Run, person: str) -> None:
    """Who answers for the case, from the first day on, without a gap."""
    stretches = services.responsibility(run.opened, desk.case.id, who=person, on=date.today())
    if not stretches:
        return
    st.subheader(say("decision.answers"), anchor=False)
    headings = [say("absence.when"), say("absence.answers"), say("decision.as_what")]
    rows = [
        (
            days(one.first_day, one.last_day),
            run.roster.called(one.who) if one.who else "",
            sentence(one.bearer),
        )
        for one in stretches
    ]
    st.html(table(say("decision.answers"), headings, rows))


def _show_tasks(desk: Desk, names: Names) -> None:
    waiting = [task for task in desk.tasks if task.done_on is None]
    st.subheader(say("decision.tasks", count=len(waiting)), anchor=False)
    if not waiting:
        return
    headings = [say("tasks.what"), say("tasks.owner"), say("tasks.due")]
    rows = [_row(task, names) for task in waiting]
    st.html(table(say("decision.tasks", count=len(waiting)), headings, rows))
    link_to(TASKS, say("decision.to_tasks"), **{TASKS_IN: desk.case.id})


def _row(task: Task, names: Names) -> tuple[str, str, str]:
    return task.title, owner(task, names), due(task)


def _offer_letters(services: Services, desk: Desk, last: Decided, run: Run) -> None:
    """Each letter is written when it is asked for; where it can't be, every fault is told."""
    st.subheader(say("decision.letters"), anchor=False)
    kind = st.segmented_control(
        say("decision.letter_to"),
        list(LETTERS),
        format_func=lambda kind: say(LETTERS[kind]),
        key=f"letter {desk.case.id}",
    )
    if kind is None:
        return
    decided = DecidedBy(
        by=name_of(services, last.who),
        on=last.day,
        coordinator=last.decision.coordinator,
        stand_in=last.decision.stand_in,
    )
    try:
        with st.spinner(say("decision.writing_letter")):
            letter = services.letter(
                run.plan, run.roster, run.profile, desk.case.id, "nb", kind=kind, decided=decided
            )
            pdf = letter.pdf
    except LetterError as fault:
        note(say("decision.no_letter"), "bad")
        st.html(reasons(fault.findings))
        return
    name = f"{kind}-{desk.case.id}.pdf"
    hand_out(say("decision.download_letter", name=name), pdf, name)
