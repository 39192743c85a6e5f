"""Tasks as a calendar file (.ics): a day each, to be read into any calendar.

A calendar lies open to many, so an entry names the case by its id alone and nobody by name, and
cases with a blocked address are left out (Normen, faktaark 55).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from matcher.domain.roster import Roster
from matcher.domain.task import Task
from matcher.domain.wording import sentence

PRODUCT = "-//Koordinatormatch//Oppgaver//NO"
MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""Fixed, so that the same tasks give the same bytes; a changed task has a new sequence number."""


def write_calendar(tasks: Iterable[Task], roster: Roster) -> bytes:
    """The tasks that are due on a day and not done, as all-day entries that block no time."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Oppgaver for koordinatorer")
    for task in tasks:
        if task.due is not None and task.done_on is None and not is_hidden(task.case, roster):
            calendar.add_component(_entry(task))
    content: bytes = calendar.to_ical()
    return content


def is_hidden(case: str, roster: Roster) -> bool:
    """Whether a case must not be taken out of the program."""
    known = roster.case_by_id.get(case)
    return known is not None and known.has_blocked_address


def _entry(task: Task) -> Event:
    assert task.due is not None
    entry = Event()
    entry.add("uid", f"oppgave-{task.id}@koordinatormatch")
    entry.add("dtstamp", MADE)
    entry.add("sequence", task.version)
    entry.add("summary", f"{task.title} ({task.case})")
    entry.add("description", f"{sentence(task.owner)} gjør dette. Frist denne dagen.")
    entry.add("dtstart", task.due)
    entry.add("dtend", task.due + timedelta(days=1))
    entry.add("class", "PRIVATE")
    entry.add("transp", "TRANSPARENT")
    return entry
