"""How much each coordinator and each unit carries in a plan, beside what is agreed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from matcher.domain.coordinator import Coordinator
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.exchange.book import Book
from matcher.exchange.cell import Raw

HIDDEN = "skjult"
"""Instead of the unit of a coordinator with a blocked address: it tells where they work."""


@dataclass
class _Load:
    """Hours a month, and cases; agreed hours are those known."""

    people: int = 0
    agreed_hours: float = 0
    bound_hours: float = 0
    round_hours: float = 0
    cases: int = 0

    def cells(self) -> list[Raw]:
        """The columns that persons and units share."""
        left = self.agreed_hours - self.bound_hours - self.round_hours
        used = self.bound_hours + self.round_hours
        share = round(100 * used / self.agreed_hours) if self.agreed_hours else None
        hours = (self.agreed_hours, self.bound_hours, self.round_hours, left)
        return [self.cases, *(round(each, 2) for each in hours), share]


COLUMNS = ["Saker i runden", "Avtalte timer per måned", "Bundne timer per måned"]
COLUMNS += ["Timer i runden", "Ledige timer etter runden", "Brukt (prosent)"]


def write_load(book: Book, plan: Plan, roster: Roster) -> None:
    """A sheet for coordinators and a sheet for units."""
    loads = _loads(plan, roster)
    page = book.page("Belastning koordinatorer")
    page.headings(["Koordinator", "Navn", "Tjeneste", "Enhet", *COLUMNS])
    for person in roster.coordinators:
        cells = loads[person.id].cells()
        if person.agreed_hours_per_month is None:  # not known is not none
            cells = [cells[0], None, cells[2], cells[3], None, None]
        page.row([person.id, person.name, person.service, _unit(person), *cells])
    page = book.page("Belastning enheter")
    page.headings(["Enhet", "Koordinatorer", *COLUMNS])
    for unit, load in sorted(_by_unit(loads, roster).items()):
        page.row([unit, load.people, *load.cells()])


def _loads(plan: Plan, roster: Roster) -> dict[str, _Load]:
    hours: dict[str, float] = defaultdict(float)
    cases: Counter[str] = Counter()
    for case in plan.cases:
        if case.coordinator is not None:
            hours[case.coordinator] += case.workload_hours_per_month
            cases[case.coordinator] += 1
    return {
        person.id: _Load(
            people=1,
            agreed_hours=person.agreed_hours_per_month or 0,
            bound_hours=person.bound_hours_per_month or 0,
            round_hours=hours[person.id],
            cases=cases[person.id],
        )
        for person in roster.coordinators
    }


def _by_unit(loads: dict[str, _Load], roster: Roster) -> dict[str, _Load]:
    units: dict[str, _Load] = defaultdict(_Load)
    for person in roster.coordinators:
        load, unit = loads[person.id], units[_unit(person) or "uten enhet"]
        unit.people += load.people
        unit.agreed_hours += load.agreed_hours
        unit.bound_hours += load.bound_hours
        unit.round_hours += load.round_hours
        unit.cases += load.cases
    return units


def _unit(person: Coordinator) -> str | None:
    return HIDDEN if person.has_blocked_address and person.unit else person.unit
