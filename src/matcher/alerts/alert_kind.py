"""What a kind of alert is, and all that it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from matcher.domain.alert import Alert
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decided
from matcher.domain.responsibility import (
    Stretch,
    Tenure,
    holder,
    responsible,
    tenures,
)
from matcher.domain.roster import Roster
from matcher.domain.task import Task
from matcher.profiles.alert_lines import AlertLines
from matcher.profiles.line import Line
from matcher.profiles.profile import Profile


@dataclass(frozen=True)
class View:
    """Every case and coordinator of a municipality on a day, with what was decided and done."""

    roster: Roster
    """The newest one, with the absences that are registered since."""
    profile: Profile
    on: date
    decided: tuple[Decided, ...] = ()
    """Every final decision, by case and number."""
    tasks: tuple[Task, ...] = ()
    hours_per_month: Mapping[str, float] = field(default_factory=dict)
    """The hours each case takes, given or estimated."""
    stand_ins: Mapping[str, str | None] = field(default_factory=dict)
    """Who stands in by the profile for the coordinator that the roster gives each case."""

    @cached_property
    def times(self) -> Mapping[str, tuple[Tenure, ...]]:
        """The coordinators' times with each case."""
        by_case: dict[str, list[Decided]] = {}
        for one in self.decided:
            by_case.setdefault(one.decision.case, []).append(one)
        return {
            case.id: tenures(
                case, self.roster.on, by_case.get(case.id, []), self.stand_ins.get(case.id)
            )
            for case in self.roster.cases
        }

    @cached_property
    def stretches(self) -> Mapping[str, tuple[Stretch, ...]]:
        """Who answers for each case, day by day."""
        people = self.roster.coordinator_by_id
        return {case: responsible(times, people) for case, times in self.times.items()}

    @cached_property
    def now(self) -> Mapping[str, Tenure]:
        """Whose time each case is in today, for those that somebody has."""
        held = {case: holder(times, self.on) for case, times in self.times.items()}
        return {case: time for case, time in held.items() if time is not None}

    def held(self) -> Iterator[tuple[Case, Tenure]]:
        """Each case that somebody has, with whose time it is."""
        for case in self.roster.cases:
            if (time := self.now.get(case.id)) is not None:
                yield case, time

    def cases_of(self, coordinator: str) -> tuple[str, ...]:
        """The cases that a coordinator has today."""
        return tuple(case for case, time in self.now.items() if time.coordinator == coordinator)

    def at_work(self) -> Iterator[Coordinator]:
        """Each coordinator who has a case today."""
        busy = {time.coordinator for time in self.now.values()}
        return (person for person in self.roster.coordinators if person.id in busy)

    def called(self, coordinator: str) -> str:
        """A coordinator's name, or the id."""
        person = self.roster.coordinator_by_id.get(coordinator)
        return (person.name if person else None) or coordinator

    def by(self, days: int) -> date:
        """The day so many days ahead."""
        return self.on + timedelta(days=days)


Found = Iterator[Alert]


@dataclass(frozen=True)
class AlertKind:
    """A kind of alert. ``id`` is the module's name, and the key of its line in a profile.

    ``find`` is asked with that line, of the class the profile has for it.
    """

    id: str
    find: Callable[[View, Any], Found]

    @property
    def title(self) -> str:
        """The kind's Norwegian name: that of its line in a profile."""
        return AlertLines.model_fields[self.id].title or self.id

    def line(self, profile: Profile) -> Line | None:
        """The profile's line, or ``None`` where it has no such alert."""
        line: Line | None = getattr(profile.alerts, self.id) if profile.alerts else None
        return line
