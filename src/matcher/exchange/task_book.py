"""Tasks as a spreadsheet, to work from or to hand to a leader."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.exchange.book import Book
from matcher.exchange.calendar import is_hidden
from matcher.exchange.cell import Raw

COLUMNS = {
    "Frist": 12,
    "Gjort": 12,
    "Sak": 14,
    "Oppgave": 60,
    "Hvem": 22,
    "Navn": 26,
    "Merknad": 60,
    "Kilde": 40,
}


def write_tasks(tasks: Iterable[Task], roster: Roster) -> bytes:
    """The tasks in the order they come; cases with a blocked address are counted, not listed."""
    book = Book("Oppgaver")
    page = book.page("Oppgaver")
    page.headings(list(COLUMNS), list(COLUMNS.values()))
    hidden = 0
    for task in tasks:
        if is_hidden(task.case, roster):
            hidden += 1
        else:
            page.row(_row(task, roster))
    if hidden:
        told = f"{hidden} oppgaver er utelatt på grunn av adressesperre."
        page.row([None, None, None, told])
    return book.content()


def _row(task: Task, roster: Roster) -> list[Raw]:
    person = roster.coordinator_by_id.get(task.owner_id or "")
    name = (person.name if person else None) or task.owner_id
    is_ke = task.owner is TaskOwner.KE
    return [
        task.due,
        task.done_on,
        task.case,
        task.title,
        task.owner.value,
        None if is_ke else name,
        task.note,
        task.source,
    ]
