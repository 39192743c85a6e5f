"""Cases and coordinators side by side, so that a rule or criterion is said once for all pairs.

Facts of cases are columns (n × 1), facts of coordinators are rows (1 × m); numpy spreads
them over all n × m pairs. A page that shows one pair asks the same functions about a 1 × 1
slice (`Pairs.only`), so an explanation can't disagree with what the optimizer saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.vocabulary import Role

if TYPE_CHECKING:
    from matcher.domain.roster import Roster

Verdicts = NDArray[np.int8]
"""n × m of ``NOT_MET``, ``UNKNOWN`` or ``MET``: *and* is the minimum, *or* the maximum."""
NOT_MET, UNKNOWN, MET = np.int8(0), np.int8(1), np.int8(2)

Scores = NDArray[np.int8]
"""n × m of 0–100, or ``NOT_KNOWN`` where a fact is missing or the criterion doesn't apply."""
NOT_KNOWN = np.int8(-1)


def as_verdict(answer: bool | None) -> np.int8:
    """A yes, no or not known as a verdict."""
    return UNKNOWN if answer is None else (MET if answer else NOT_MET)


def negated(verdicts: Verdicts) -> Verdicts:
    """Not: met becomes not met, unknown stays unknown."""
    return (MET - verdicts).astype(np.int8)


@dataclass(frozen=True)
class Pairs:
    """Every case beside every coordinator, on the day of the round."""

    on: date
    cases: tuple[Case, ...]
    roles: tuple[Role, ...]
    """The role each case is owed, beside ``cases``."""
    coordinators: tuple[Coordinator, ...]
    units: dict[str, Unit]
    called: Mapping[str, str] = field(default_factory=dict)
    """Name and id of everybody in the roster, by id: a slice may have to name another."""

    @classmethod
    def of(cls, roster: Roster, roles: dict[str, Role]) -> Pairs:
        """All pairs of a roster; ``roles`` by case id, and only its cases take part."""
        cases = tuple(case for case in roster.cases if case.id in roles)
        return cls(
            on=roster.on,
            cases=cases,
            roles=tuple(roles[case.id] for case in cases),
            coordinators=roster.coordinators,
            units=roster.unit_by_name,
            called={person.id: person.name_and_id for person in roster.coordinators},
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Number of cases, number of coordinators."""
        return len(self.cases), len(self.coordinators)

    @cached_property
    def case_index(self) -> dict[str, int]:
        """The row of each case id."""
        return {case.id: i for i, case in enumerate(self.cases)}

    @cached_property
    def coordinator_index(self) -> dict[str, int]:
        """The column of each coordinator id."""
        return {coordinator.id: j for j, coordinator in enumerate(self.coordinators)}

    def only(self, case_id: str, coordinator_id: str) -> Pairs:
        """The 1 × 1 slice of one pair. Raises ``KeyError`` for an unknown id."""
        i, j = self.case_index[case_id], self.coordinator_index[coordinator_id]
        return replace(
            self,
            cases=(self.cases[i],),
            roles=(self.roles[i],),
            coordinators=(self.coordinators[j],),
        )

    @property
    def the_case(self) -> Case:
        """The case of a 1 × 1 slice."""
        (case,) = self.cases
        return case

    @property
    def the_coordinator(self) -> Coordinator:
        """The coordinator of a 1 × 1 slice."""
        (coordinator,) = self.coordinators
        return coordinator

    @property
    def the_role(self) -> Role:
        """The role of the case of a 1 × 1 slice."""
        (role,) = self.roles
        return role

    def case_verdicts(self, fact: Callable[[Case], bool | None]) -> Verdicts:
        """A yes/no/not known of every case, n × 1."""
        return np.array([[as_verdict(fact(case))] for case in self.cases], np.int8).reshape(-1, 1)

    def coordinator_verdicts(self, fact: Callable[[Coordinator], bool | None]) -> Verdicts:
        """A yes/no/not known of every coordinator, 1 × m."""
        return np.array([[as_verdict(fact(c)) for c in self.coordinators]], np.int8).reshape(1, -1)

    def role_verdicts(self, roles: Iterable[Role]) -> Verdicts:
        """Whether the case is owed one of these roles, n × 1."""
        wanted = set(roles)
        return np.array([[as_verdict(role in wanted)] for role in self.roles], np.int8).reshape(
            -1, 1
        )

    def case_numbers(self, fact: Callable[[Case], float | None]) -> NDArray[np.float64]:
        """A number of every case, n × 1; NaN where not known."""
        return _numbers(fact(case) for case in self.cases).reshape(-1, 1)

    def coordinator_numbers(
        self, fact: Callable[[Coordinator], float | None]
    ) -> NDArray[np.float64]:
        """A number of every coordinator, 1 × m; NaN where not known."""
        return _numbers(fact(coordinator) for coordinator in self.coordinators).reshape(1, -1)

    def marked(self, named: Callable[[Case], Iterable[str | None]]) -> NDArray[np.bool_]:
        """n × m: true where a case names the coordinator; ids outside the round are passed over."""
        marks = np.zeros(self.shape, np.bool_)
        for i, case in enumerate(self.cases):
            for coordinator_id in named(case):
                j = self.coordinator_index.get(coordinator_id or "")
                if j is not None:
                    marks[i, j] = True
        return marks


def _numbers(values: Iterable[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], np.float64)
