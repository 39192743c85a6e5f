"""Tasks as a spreadsheet, to work from or to hand to a leader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matcher.domain.roster import Roster
from matcher.domain.task import Task
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


def write_tasks(tasks: Iterable[Task], roster: Roster, users: Mapping[str, str]) -> bytes:
    """The tasks in the order they come; cases with a blocked address are counted, not listed.

    ``users`` are the names of those who use the program, by id.
    """
    book = Book("Oppgaver")
    page = book.page("Oppgaver")
    page.headings(list(COLUMNS), list(COLUMNS.values()))
    hidden = 0
    for task in tasks:
        if is_hidden(task.case, roster):
            hidden += 1
        else:
            page.row(_row(task, roster, users))
    if hidden:
        told = f"{hidden} oppgaver er utelatt på grunn av adressesperre."
        page.row([None, None, None, told])
    return book.content()


def _row(task: Task, roster: Roster, users: Mapping[str, str]) -> list[Raw]:
    person = roster.coordinator_by_id.get(task.owner_id or "")
    name = (person.name if person else None) or users.get(task.owner_id or "") or task.owner_id
    return [
        task.due,
        task.done_on,
        task.case,
        task.title,
        task.owner.value,
        name,
        task.note,
        task.source,
    ]
