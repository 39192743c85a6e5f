"""How people stand to a case beyond the work itself."""

from collections.abc import Sequence

from matcher.domain.case import Case, Relation
from matcher.domain.vocabulary import BarnevernPhase, RelationKind, Service
from matcher.sample.chance import Chance
from matcher.sample.desk import Desk

_ANYBODY = {
    RelationKind.KNOWS_FAMILY: 0.06,
    RelationKind.KIN: 0.03,
    RelationKind.OWN_CASE: 0.006,
}
"""Relations that come of living in the same place, by share of the cases."""
_DECIDES = (Service.SERVICE_OFFICE, Service.NAV, Service.DISABILITY)


def draw_relations(
    chance: Chance, desk: Desk, case: Case, contacts: Sequence[str], changes: int | None
) -> tuple[Relation, ...]:
    """The relations of a case, at most one with each coordinator."""
    services = [row.service for row in case.services]
    likely: list[tuple[RelationKind, str | None]] = []
    if contacts and chance.yes(0.25):
        likely.append((RelationKind.KNOWS_FAMILY, chance.one(contacts)))
    if changes and chance.yes(0.6):
        likely.append((RelationKind.EARLIER_COORDINATOR, desk.anyone(chance, services, None)))
    if chance.yes(0.05):
        likely.append((RelationKind.HAS_DECLINED, desk.anyone(chance, services, None)))
    if chance.yes(0.06):
        likely.append((RelationKind.DECIDES_APPLICATIONS, desk.anyone(chance, _DECIDES, None)))
    likely += [
        (kind, desk.somebody(chance)) for kind, share in _ANYBODY.items() if chance.yes(share)
    ]
    in_foster_home = any(row.phase is BarnevernPhase.FOSTER_HOME for row in case.services)
    if in_foster_home and chance.yes(0.08):
        likely.append((RelationKind.FOSTER_FAMILY, desk.somebody(chance)))
    kind_of = {person: kind for kind, person in likely if person is not None}
    return tuple(Relation(coordinator=person, kind=kind) for person, kind in kind_of.items())
