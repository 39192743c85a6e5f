"""A task (oppgave): something to be done in a case, by somebody, by a day."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from matcher.domain.frozen import Frozen


class TaskOwner(StrEnum):
    """Whose task it is."""

    COORDINATOR = "koordinator"
    LEADER = "leder"
    KE = "koordinerende enhet"


class Task(Frozen):
    """What is to be done, whose it is, and when. ``None`` is *not known* or *not yet*."""

    id: int | None = None
    """Given when it is kept."""
    version: int = Field(default=0, ge=0)
    """Which writing this is: 0 before it is kept, then one more each time."""
    case: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    """A stable word for what kind of task it is, such as ``samtykke``."""
    title: str = Field(min_length=1)
    owner: TaskOwner
    owner_id: str | None = None
    """The coordinator's or the person's id, where it is known whom."""
    due: date | None = None
    done_on: date | None = None
    note: str | None = None
    source: str | None = None
    """The statement, law or practice that asks for it."""
