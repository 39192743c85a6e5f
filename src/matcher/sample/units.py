"""Units by service and area, each with a leader."""

from collections.abc import Iterable

from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.vocabulary import Service
from matcher.sample.chance import Chance
from matcher.sample.names import MAN, WOMAN, Names

_ONE_UNIT_FOR_ALL = frozenset(
    {
        Service.BARNEVERN,
        Service.PPT,
        Service.NAV,
        Service.HABILITATION,
        Service.SERVICE_OFFICE,
        Service.UPPER_SECONDARY,
        Service.SPECIALIST_HEALTH,
    }
)
_ONE_UNIT_AN_AREA = {Service.SCHOOL: "{} skole", Service.KINDERGARTEN: "{} barnehage"}
_UNIT_NAMES = {
    Service.HEALTH_STATION: "Helsestasjonen",
    Service.SCHOOL_HEALTH: "Skolehelsetjenesten",
    Service.MENTAL_HEALTH: "Psykisk helse",
    Service.SUBSTANCE_USE: "Rustjenesten",
    Service.HOME_CARE: "Hjemmetjenesten",
    Service.HABILITATION: "Habiliteringsteamet",
    Service.DISABILITY: "Bo og miljø",
    Service.PHYSIOTHERAPY: "Fysioterapi",
    Service.OCCUPATIONAL_THERAPY: "Ergoterapi",
    Service.BARNEVERN: "Barneverntjenesten",
    Service.PPT: "PP-tjenesten",
    Service.SCHOOL: "Skolen",
    Service.KINDERGARTEN: "Barnehagen",
    Service.UPPER_SECONDARY: "Videregående skole",
    Service.NAV: "NAV-kontoret",
    Service.SERVICE_OFFICE: "Tjenestekontoret",
    Service.SPECIALIST_HEALTH: "Barnehabiliteringen ved sykehuset",
}
_LARGE_UNIT = 6
"""From so many coordinators of a service on, the service has a unit in every area."""


def unit_name(service: Service, area: str | None, of_service: int) -> str:
    """The unit of somebody in the service, among so many coordinators of that service.

    Without an area, the name tells no place.
    """
    name = _UNIT_NAMES[service]
    if area is not None and service in _ONE_UNIT_AN_AREA:
        return _ONE_UNIT_AN_AREA[service].format(area)
    if area is None or of_service < _LARGE_UNIT or service in _ONE_UNIT_FOR_ALL:
        return name
    return f"{name} {area.lower()}"


def draw_units(chance: Chance, names: Names, coordinators: Iterable[Coordinator]) -> list[Unit]:
    """Every unit named by a coordinator. In some the leader is a coordinator too."""
    staff: dict[str, list[Coordinator]] = {}
    for coordinator in coordinators:
        if coordinator.unit is not None:
            staff.setdefault(coordinator.unit, []).append(coordinator)
    return [_draw_unit(chance, names, name, people) for name, people in sorted(staff.items())]


def _draw_unit(chance: Chance, names: Names, name: str, people: list[Coordinator]) -> Unit:
    service = people[0].service
    staying = [person for person in people if person.employed_to is None]
    if len(staying) > 1 and chance.yes(0.45):
        leader = chance.one(staying)
        return Unit(name=name, service=service, leader_name=leader.name, leader_id=leader.id)
    leader_name = names.name(chance.one((WOMAN, WOMAN, MAN)))
    return Unit(name=name, service=service, leader_name=chance.unless(0.04, leader_name))
