"""How much each coordinator and unit carries, beside the hours agreed for coordination."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain.coordinator import Coordinator
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.ui.texts import say


@dataclass(frozen=True)
class Load:
    """Hours a month of one coordinator or one unit."""

    name: str
    unit: str | None
    """``None`` where it is not known, or where the address is blocked and a unit would locate."""
    cases: int
    round_hours: float
    bound_hours: float
    agreed_hours: float | None

    @property
    def used_hours(self) -> float:
        """Hours bound outside the round and hours of the round's cases."""
        return self.bound_hours + self.round_hours

    @property
    def share(self) -> float | None:
        """Used hours in proportion to agreed hours; ``None`` where no hours are agreed."""
        return self.used_hours / self.agreed_hours if self.agreed_hours else None


def load_per_person(plan: Plan, roster: Roster) -> tuple[Load, ...]:
    """The load of every coordinator, the heaviest in proportion first."""
    hours: dict[str, list[float]] = defaultdict(list)
    for case in plan.cases:
        if case.coordinator is not None:
            hours[case.coordinator].append(case.workload_hours_per_month)
    return _heaviest_first(_of(person, hours[person.id]) for person in roster.coordinators)


def load_per_unit(plan: Plan, roster: Roster) -> tuple[Load, ...]:
    """The load of every unit with a coordinator, the heaviest in proportion first.

    Those with a blocked address stand together, in no unit that is named.
    """
    unit_of = {
        person.name_and_id: person.told_unit or (person.unit and say("load.hidden_unit"))
        for person in roster.coordinators
    }
    groups: dict[str, list[Load]] = defaultdict(list)
    for load in load_per_person(plan, roster):
        if unit := unit_of[load.name]:
            groups[unit].append(load)
    return _heaviest_first(_together(unit, loads) for unit, loads in groups.items())


def _of(person: Coordinator, hours: list[float]) -> Load:
    return Load(
        name=person.name_and_id,
        unit=person.told_unit,
        cases=len(hours),
        round_hours=sum(hours),
        bound_hours=person.bound_hours_per_month or 0.0,
        agreed_hours=person.agreed_hours_per_month,
    )


def _together(unit: str, loads: list[Load]) -> Load:
    """The unit's hours; agreed hours are known only where all who carry something have them."""
    carrying = [load for load in loads if load.used_hours or load.agreed_hours is not None]
    agreed = [load.agreed_hours for load in carrying if load.agreed_hours is not None]
    return Load(
        name=unit,
        unit=unit,
        cases=sum(load.cases for load in loads),
        round_hours=sum(load.round_hours for load in loads),
        bound_hours=sum(load.bound_hours for load in loads),
        agreed_hours=sum(agreed) if agreed and len(agreed) == len(carrying) else None,
    )


def _heaviest_first(loads: Iterable[Load]) -> tuple[Load, ...]:
    return tuple(sorted(loads, key=lambda load: (-(load.share or 0.0), load.name)))
