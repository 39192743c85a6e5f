"""Tasks: what is to be done in the cases, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.exchange.calendar import write_calendar
from matcher.exchange.task_book import write_tasks
from matcher.profiles.profile import Profile
from matcher.services.ground import Ground
from matcher.storage.errors import NotKept
from matcher.tasks.made import followed_by

OWN_KIND = "egen"
"""The kind of a task that somebody wrote by hand."""


@dataclass(frozen=True)
class Wanted:
    """Which tasks to list; ``None`` asks for all."""

    case: str | None = None
    owner: TaskOwner | None = None
    owner_id: str | None = None
    kind: str | None = None
    done: bool | None = False
    due_by: date | None = None
    """Only those due on the day or before; those without a day are left out then."""

    def has(self, task: Task) -> bool:
        """Whether a task is among those wanted."""
        return (
            self.case in (None, task.case)
            and self.owner in (None, task.owner)
            and self.owner_id in (None, task.owner_id)
            and self.kind in (None, task.kind)
            and (self.done is None or self.done == (task.done_on is not None))
            and (self.due_by is None or (task.due is not None and task.due <= self.due_by))
        )


@dataclass(frozen=True)
class Tasks(Ground):
    """Tasks to work from. Whoever changes one hands back the one that they saw."""

    def tasks(self, wanted: Wanted | None = None, *, who: str) -> tuple[Task, ...]:
        """The tasks that are wanted (else all that are open), by due day, without a day last."""
        asked = wanted or Wanted()
        return tuple(task for task in self.store.tasks(who=who) if asked.has(task))

    def add_task(self, task: Task, *, who: str) -> Task:
        """Keep a task written by hand. Raises ``NotKept`` for an unknown case."""
        return self.store.save_task(task.model_copy(update={"kind": OWN_KIND}), who=who)

    def finish_task(
        self, task: Task, profile: Profile, *, who: str, on: date, note: str | None = None
    ) -> tuple[Task, ...]:
        """Write that a task is done on a day, and the tasks that follow from it by the profile.

        The done one comes first. Raises ``Stale`` with both where somebody changed it meanwhile.
        """
        done = task.model_copy(update={"done_on": on, "note": note or task.note})
        return self.store.save_task_and(
            done, who=who, makes=lambda kept: followed_by(done, profile, kept)
        )

    def reopen_task(self, task: Task, *, who: str) -> Task:
        """Write that a task isn't done after all. Raises ``Stale``."""
        return self.store.save_task(task.model_copy(update={"done_on": None}), who=who)

    def reassign_task(
        self, task: Task, owner: TaskOwner, owner_id: str | None, *, who: str
    ) -> Task:
        """Give a task to somebody else. Raises ``Stale``."""
        handed = task.model_copy(update={"owner": owner, "owner_id": owner_id})
        return self.store.save_task(handed, who=who)

    def reschedule_task(self, task: Task, due: date | None, *, who: str) -> Task:
        """Give a task another due day. Raises ``Stale``."""
        return self.store.save_task(task.model_copy(update={"due": due}), who=who)

    def task(self, id_: int, *, who: str) -> Task:
        """One task. Raises ``NotKept``."""
        found = next((task for task in self.store.tasks(who=who) if task.id == id_), None)
        if found is None:
            raise NotKept(f"Oppgave {id_}")
        return found

    def task_calendar(self, tasks: tuple[Task, ...], roster: Roster, *, who: str) -> bytes:
        """Tasks with a due day as a calendar file (.ics); the reading of them is written.

        Cases with a blocked address are left out: a calendar lies open to many.
        """
        self._note(tasks, who)
        return write_calendar(tasks, roster)

    def task_workbook(self, tasks: tuple[Task, ...], roster: Roster, *, who: str) -> bytes:
        """Tasks as a spreadsheet; cases with a blocked address are counted, not listed."""
        self._note(tasks, who)
        users = {person.id: person.name for person in self.store.people()}
        return write_tasks(tasks, roster, users)

    def _note(self, tasks: tuple[Task, ...], who: str) -> None:
        for case in sorted({task.case for task in tasks}):
            self.store.note_reading(case, who=who)
