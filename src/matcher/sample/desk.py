"""Who can be asked: the staff by service and area, and the hours each has left."""

from collections.abc import Iterable, Sequence

from matcher.domain.coordinator import Coordinator
from matcher.domain.vocabulary import Service
from matcher.sample.chance import Chance

_HOURS_WHERE_NOT_TOLD = 8.0


class Desk:
    """The staff as somebody finds them who looks for a contact or a coordinator."""

    def __init__(self, coordinators: Iterable[Coordinator]) -> None:
        self.coordinators = tuple(coordinators)
        self.by_id = {coordinator.id: coordinator for coordinator in self.coordinators}
        self.hours_left = {c.id: _hours(c) for c in self.coordinators}
        self._of_service: dict[Service, list[Coordinator]] = {}
        self._nearby: dict[tuple[Service, str], list[Coordinator]] = {}
        for coordinator in self.coordinators:
            if coordinator.service is not None:
                self._of_service.setdefault(coordinator.service, []).append(coordinator)
                if coordinator.area is not None:
                    place = (coordinator.service, coordinator.area)
                    self._nearby.setdefault(place, []).append(coordinator)

    def of_service(self, service: Service, area: str | None) -> Sequence[Coordinator]:
        """Those in the service, from the area where there are any there."""
        nearby = self._nearby.get((service, area)) if area is not None else None
        return nearby or self._of_service.get(service, [])

    def anyone(self, chance: Chance, services: Iterable[Service], area: str | None) -> str | None:
        """Somebody of one of the services, or ``None`` where nobody works in them."""
        staffed = [service for service in services if service in self._of_service]
        if not staffed:
            return None
        return chance.one(self.of_service(chance.one(staffed), area)).id

    def somebody(self, chance: Chance) -> str:
        """Any of the staff."""
        return chance.one(self.coordinators).id

    def take_hours(self, candidates: Sequence[str], hours: float) -> str | None:
        """The first candidate with room for the case, whose hours are then taken."""
        for candidate in candidates:
            if self.hours_left[candidate] >= hours:
                self.hours_left[candidate] -= hours
                return candidate
        return None


def _hours(coordinator: Coordinator) -> float:
    """Somebody whose hours nobody has told has cases too."""
    free = coordinator.free_hours_per_month
    return _HOURS_WHERE_NOT_TOLD if free is None else free
