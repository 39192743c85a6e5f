"""Whose a task is, and how it stands, in words."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from matcher.domain.frozen import Frozen
from matcher.domain.person import Person
from matcher.domain.roster import Roster
from matcher.domain.task import Task, TaskOwner
from matcher.domain.wording import sentence
from matcher.ui import norwegian
from matcher.ui.markup import Html, badge, html
from matcher.ui.texts import say


@dataclass(frozen=True)
class Holder:
    """Whom a task may be given to: as what, and which person where it is somebody by name."""

    owner: TaskOwner
    id: str | None = None

    @classmethod
    def of(cls, task: Task) -> "Holder":
        """Who has a task now."""
        return cls(task.owner, task.owner_id)


@dataclass(frozen=True)
class Names:
    """What people are called: coordinators by the roster, others by who uses the program."""

    roster: Roster
    users: tuple[Person, ...] = ()

    def called(self, id_: str) -> str:
        """The name of somebody; the id alone where nobody knows it."""
        return self._of_users.get(id_) or self.roster.called(id_)

    def holder(self, holder: Holder) -> str:
        """The name where it is known, and as what."""
        if not holder.id:
            return sentence(holder.owner)
        return f"{self.called(holder.id)}, {holder.owner}"

    @cached_property
    def _of_users(self) -> dict[str, str]:
        return {person.id: person.name for person in self.users}

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """Everybody that a task may be given to: KE first, then coordinators, then leaders."""
        leaders = {unit.leader_id or unit.leader_name for unit in self.roster.units}
        return (
            Holder(TaskOwner.KE),
            *(Holder(TaskOwner.KE, person.id) for person in self.users if person.is_active),
            *(Holder(TaskOwner.COORDINATOR, one.id) for one in self.roster.coordinators),
            *(Holder(TaskOwner.LEADER, id_) for id_ in sorted(filter(None, leaders))),
        )


def owner(task: Task, names: Names) -> str:
    """Whose task it is."""
    return names.holder(Holder.of(task))


def facts_of(task: Frozen, names: Names) -> tuple[tuple[str, str], ...]:
    """What a task says, field by field: for two who wrote at once."""
    if not isinstance(task, Task):
        return ()
    return (
        (say("tasks.what"), task.title),
        (say("tasks.owner"), owner(task, names)),
        (say("tasks.due"), norwegian.day(task.due) if task.due else say("tasks.no_day")),
        (say("tasks.done"), norwegian.day(task.done_on) if task.done_on else say("decision.no")),
    )


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
