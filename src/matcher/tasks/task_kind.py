"""What a kind of task is: when a decision makes one, and by which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.decision import Decision
from matcher.domain.roster import Roster
from matcher.profiles.profile import Profile
from matcher.profiles.task_lines import TaskLine, TaskLines


@dataclass(frozen=True)
class Ready:
    """A final decision with all that a task may look at."""

    decision: Decision
    case: Case
    coordinator: Coordinator | None
    """``None`` where the case stays open: then no task is made."""
    unit: Unit | None
    """The coordinator's unit, with its leader."""
    on: date

    @classmethod
    def of(cls, decision: Decision, case: Case, roster: Roster, on: date) -> Self:
        """A decision on a day, with what the roster knows of its people."""
        coordinator = roster.coordinator_by_id.get(decision.coordinator or "")
        unit = roster.unit_by_name.get((coordinator.unit if coordinator else None) or "")
        return cls(decision, case, coordinator, unit, on)

    @property
    def starts(self) -> date:
        """The day the coordinator starts; that of the decision where none is said."""
        return self.decision.starts_on or self.on

    @property
    def is_new(self) -> bool:
        """Whether the coordinator didn't have the case before."""
        return self.decision.takes_over_from != self.decision.coordinator

    @property
    def is_change(self) -> bool:
        """Whether somebody else had the case before."""
        return self.is_new and self.decision.takes_over_from is not None


@dataclass(frozen=True)
class Need:
    """A task that is needed: by when, and what to say of it."""

    due: date | None
    note: str | None = None


@dataclass(frozen=True)
class TaskKind:
    """A kind of task. ``id`` is the module's name, and the key of its line in a profile.

    ``need`` is asked with that line, of the class the profile has for it.
    """

    id: str
    need: Callable[[Ready, Any, Profile], Need | None]
    is_meeting: bool = False
    """A meeting of the ansvarsgruppe: when it was held, the next one is counted from it."""
    comes_again: bool = False

    @property
    def title(self) -> str:
        """The kind's Norwegian name: that of its line in a profile."""
        return TaskLines.model_fields[self.id].title or self.id

    def line(self, profile: Profile) -> TaskLine | None:
        """The profile's line, or ``None`` where it has no such task."""
        line: TaskLine | None = getattr(profile.tasks, self.id) if profile.tasks else None
        return line
