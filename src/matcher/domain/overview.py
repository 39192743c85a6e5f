"""KE's overview: everybody with a coordinator, plan and group, the loads, and what is due."""

from datetime import date

from matcher.domain.alert import Alert
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.frozen import Frozen
from matcher.domain.responsibility import Stretch
from matcher.domain.task import Task
from matcher.domain.vocabulary import IndividualPlan, Role


class CaseLine(Frozen):
    """One case as the overview shows it. ``None`` is *not known* or *nobody*."""

    case: str
    role: Role
    received: date | None
    coordinator: str | None
    since: date | None
    """The coordinator's first day."""
    first_had: date | None
    """The first day anybody had the case; ``None``: nobody yet, or it isn't known since when."""
    stand_in: str | None
    answers: Stretch | None
    """Who answers for the case today."""
    individual_plan: IndividualPlan | None
    group: Ansvarsgruppe | None
    last_meeting: date | None
    next_meeting: date | None
    """The day by which the next meeting is due."""
    changes: int
    """How often the case has got another coordinator, as far as is known (S165)."""
    is_decided: bool
    """Whether somebody has settled who has the case, and not only begun on it."""
    has_draft: bool
    open_tasks: int
    overdue_tasks: int
    is_blocked: bool
    """A blocked address: nothing that locates may be shown or taken out."""


class LoadLine(Frozen):
    """What a coordinator, or a unit together, carries. Hours a month; ``None`` is *not agreed*."""

    name: str
    """The coordinator's id, or the unit's name."""
    cases: int
    hours: float
    agreed_hours: float | None
    bound_hours: float
    """Of the agreed hours, those bound to cases that aren't here."""

    @property
    def free_hours(self) -> float | None:
        """What is left of the agreed hours; negative where it is too little."""
        if self.agreed_hours is None:
            return None
        return round(self.agreed_hours - self.bound_hours - self.hours, 2)


class Overview(Frozen):
    """The whole of a municipality on a day."""

    on: date
    cases: tuple[CaseLine, ...]
    coordinators: tuple[LoadLine, ...]
    units: tuple[LoadLine, ...]
    alerts: tuple[Alert, ...]
    due: tuple[Task, ...]
    """Open tasks that are overdue or due soon, the first one first."""

    @property
    def with_coordinator(self) -> int:
        """So many cases have a coordinator today."""
        return sum(case.coordinator is not None for case in self.cases)

    @property
    def with_plan(self) -> int:
        """So many cases have an individual plan that is granted."""
        return sum(case.individual_plan is IndividualPlan.GRANTED for case in self.cases)

    @property
    def with_group(self) -> int:
        """So many cases have an ansvarsgruppe that is set up."""
        return sum(bool(case.group and case.group.established_on) for case in self.cases)

    @property
    def owed_and_without(self) -> int:
        """So many cases are owed a coordinator and have none."""
        return sum(case.coordinator is None and case.role is not Role.NONE for case in self.cases)


class Covered(Frozen):
    """Who answers for a case on some days when its coordinator is away."""

    case: str
    stretch: Stretch


class DueForDeletion(Frozen):
    """A case that has been kept as long as the profile says."""

    case: str
    last_used: date
    due: date
