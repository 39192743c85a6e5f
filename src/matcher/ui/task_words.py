"""Whose a task is, and how it stands, in words."""

from datetime import date

from matcher.domain.roster import Roster
from matcher.domain.task import Task
from matcher.domain.wording import sentence
from matcher.ui import norwegian
from matcher.ui.markup import Html, badge, html
from matcher.ui.texts import say


def owner(task: Task, roster: Roster) -> str:
    """Whose task it is: the name where it is known, and as what."""
    if not task.owner_id:
        return sentence(task.owner)
    return f"{roster.called(task.owner_id)}, {task.owner}"


def due(task: Task, *, plain: bool = False) -> Html:
    """By when, or when it was done; what is overdue is marked as such."""
    if task.done_on is not None:
        return badge(say("tasks.done_on", day=norwegian.day(task.done_on)), "good")
    if task.due is None:
        return html(say("tasks.no_day"))
    day = say("tasks.due_on", day=norwegian.day(task.due))
    if plain:
        return html(day)
    if task.due < date.today():
        return badge(say("tasks.is_overdue", day=norwegian.day(task.due)), "bad")
    return badge(day, "quiet")
