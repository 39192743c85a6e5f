"""What ties a case to people: contacts, the coordinator it has, relations and wishes."""

from dataclasses import dataclass
from datetime import date, timedelta

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import RelationKind, Service, Subject
from matcher.sample.cases import DrawnCase
from matcher.sample.chance import Chance
from matcher.sample.dates import months_after, some_day_before
from matcher.sample.desk import Desk
from matcher.sample.relations import draw_relations
from matcher.sample.wishes import draw_wishes

_HAS_COORDINATOR = 0.62
_SELDOM_COORDINATORS = frozenset(
    {
        Service.PPT,
        Service.UPPER_SECONDARY,
        Service.SERVICE_OFFICE,
        Service.SPECIALIST_HEALTH,
        Service.GP,
    }
)
_EARLIER_CHANGES = {0: 0.55, 1: 0.25, 2: 0.12, 3: 0.05, 4: 0.03}


@dataclass
class Bonds:
    """Ties cases to the staff, one after the other; siblings mostly to the same coordinator."""

    chance: Chance
    desk: Desk
    on: date

    def __post_init__(self) -> None:
        self._coordinator_of_family: dict[str, str | None] = {}

    def tie(self, drawn: DrawnCase) -> Case:
        """The case with the people in it."""
        case = drawn.case
        services = tuple(self._with_contact(row, case.area) for row in case.services)
        contacts = [row.contact for row in services if row.contact is not None]
        current = self._current(drawn, contacts)
        changes = self._changes(current)
        relations = draw_relations(self.chance, self.desk, case, contacts, changes)
        relations = tuple(r for r in relations if r.coordinator != current)
        since, received = self._since(case, current)
        known = [r.coordinator for r in relations if r.kind is RelationKind.KNOWS_FAMILY]
        tied = {
            "services": services,
            "current_coordinator": current,
            "received": received,
            "coordinator_since": self.chance.unless(0.12, since) if since else None,
            "earlier_changes": changes,
            "reconsider": self._reconsider(current),
            "relations": relations,
            "wishes": draw_wishes(self.chance, case, [*known, *contacts], current),
        }
        return Case.model_validate(dict(case) | tied)

    def _with_contact(self, row: ServiceInCase, area: str | None) -> ServiceInCase:
        contact = self.desk.anyone(self.chance, [row.service], area)
        if contact is None or not self.chance.yes(0.7):
            return row
        return row.model_copy(update={"contact": contact})

    def _current(self, drawn: DrawnCase, contacts: list[str]) -> str | None:
        """A contact with hours to spare, or somebody else of a service in the case."""
        case, hours, family = drawn.case, drawn.hours_per_month, drawn.case.family
        shared = self._coordinator_of_family.get(family) if family is not None else None
        if shared is not None and self.chance.yes(0.85):
            current = self._take([shared], case, hours)
            if current is not None:
                return current
        current = None
        if self.chance.yes(_HAS_COORDINATOR):
            current = self._take(self._likely(case, contacts), case, hours)
        if family is not None:
            self._coordinator_of_family[family] = current
        return current

    def _likely(self, case: Case, contacts: list[str]) -> list[str]:
        """Who might have been asked, the likeliest first."""
        services = {row.service for row in case.services} - _SELDOM_COORDINATORS
        others = [self.desk.anyone(self.chance, sorted(services), None) for _ in range(4)]
        people = [c for c in contacts if self._is_usual(c)] + [c for c in others if c]
        return sorted(dict.fromkeys(people), key=lambda c: self._doubt(case, c, contacts))

    def _take(self, candidates: list[str], case: Case, hours: float) -> str | None:
        """The first with hours to spare, and employed after there was a case."""
        began = self._began(case)
        there = [c for c in candidates if began < (self.desk.by_id[c].employed_to or self.on)]
        return self.desk.take_hours(there, hours)

    def _doubt(self, case: Case, candidate: str, contacts: list[str]) -> float:
        """Less where the candidate's competence meets the needs; somebody in the case is nearer."""
        needs, competence = dict(case.focus), dict(self.desk.by_id[candidate].competence)
        met = sum(min(needs[focus] or 0, level or 0) for focus, level in competence.items())
        return self.chance.leaning_low(0, 5) - met - (2 if candidate in contacts else 0)

    def _is_usual(self, candidate: str) -> bool:
        return self.desk.by_id[candidate].service not in _SELDOM_COORDINATORS

    def _began(self, case: Case) -> date:
        """The first day on which there was somebody to coordinate for."""
        if case.subject is Subject.UNBORN:
            return months_after(self.on, -4)
        return case.birth_month or date.min

    def _since(self, case: Case, current: str | None) -> tuple[date | None, date | None]:
        """Since when the case has its coordinator, and when it was received: not after that."""
        if current is None:
            return None, case.received
        person = self.desk.by_id[current]
        latest = min(self.on, person.employed_to or self.on) - timedelta(days=1)
        drawn = max(some_day_before(self.chance, self.on, 1, 48), self._began(case))
        since = min(latest, max(drawn, person.employed_from or drawn))
        return since, case.received and min(case.received, since)

    def _reconsider(self, current: str | None) -> bool | None:
        return None if current is None else self.chance.unless(0.3, self.chance.yes(0.17))

    def _changes(self, current: str | None) -> int | None:
        if current is None and self.chance.yes(0.7):
            return 0
        return self.chance.unless(0.1, self.chance.weighted(_EARLIER_CHANGES))
