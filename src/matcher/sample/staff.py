"""Coordinators, before any hours are agreed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from matcher.domain.coordinator import Coordinator
from matcher.domain.vocabulary import AddressBlock, Service
from matcher.sample.chance import Chance
from matcher.sample.dates import some_day_after, some_day_before
from matcher.sample.households import LANGUAGES, NORWEGIAN
from matcher.sample.municipalities import HEALTH_AND_CARE, Municipality
from matcher.sample.names import MAN, WOMAN, Names
from matcher.sample.presence import PRESENCES, Presence, draw_absences, draw_last_day
from matcher.sample.skills import draw_competence
from matcher.sample.units import unit_name

_POSITIONS_PERCENT = {20: 0.06, 40: 0.08, 50: 0.16, 60: 0.12, 75: 0.1, 80: 0.16, 100: 0.32}
_SKILL = {0: 0.12, 1: 0.3, 2: 0.4, 3: 0.18}


@dataclass(frozen=True)
class DrawnCoordinator:
    """A coordinator, and whether the person is there to take cases."""

    coordinator: Coordinator
    presence: Presence


def draw_staff(
    chance: Chance, names: Names, count: int, place: Municipality, on: date
) -> list[DrawnCoordinator]:
    """So many coordinators over the services of the municipality, with ids ``K-01`` and on."""
    digits = max(2, len(str(count)))
    services = chance.dealt(count, place.staff)
    blocked = chance.whole(0, count - 1)
    staffing = _Staffing(chance, names, place, on, Counter(services))
    return [
        DrawnCoordinator(
            staffing.coordinator(f"K-{n + 1:0{digits}d}", service, presence, n == blocked), presence
        )
        for n, (service, presence) in enumerate(
            zip(services, chance.dealt(count, PRESENCES), strict=True)
        )
    ]


@dataclass(frozen=True)
class _Staffing:
    chance: Chance
    names: Names
    place: Municipality
    on: date
    of_service: Counter[Service]

    def coordinator(
        self, id_: str, service: Service, presence: Presence, has_blocked_address: bool
    ) -> Coordinator:
        chance, on = self.chance, self.on
        gender = WOMAN if chance.yes(0.8) else MAN
        second_language = chance.weighted(LANGUAGES) if chance.yes(0.14) else None
        area = chance.one(self.place.areas)
        health = service in HEALTH_AND_CARE
        return Coordinator(
            id=id_,
            name=self.names.name(gender, from_abroad=second_language is not None),
            service=service,
            unit=unit_name(
                service, None if has_blocked_address else area, self.of_service[service]
            ),
            employer=chance.unless(0.02, chance.weighted(self.place.employers(service))),
            position_percent=chance.unless(0.03, chance.weighted(_POSITIONS_PERCENT)),
            employed_from=chance.unless(0.05, some_day_before(chance, on, 7, 180)),
            employed_to=draw_last_day(chance, presence, on),
            training_date=_training(chance, on),
            bti_competence=chance.unless(0.08, chance.weighted(_SKILL)),
            meeting_skill=chance.unless(0.1, chance.weighted(_SKILL)),
            competence=draw_competence(chance, service),
            languages=self._languages(second_language),
            gender=chance.unless(0.03, gender),
            area=None if has_blocked_address else chance.unless(0.05, area),
            journal_access=chance.unless(0.05, chance.yes(0.95 if health else 0.2)),
            ip_tool=chance.unless(0.08, chance.yes(0.7)),
            superuser=chance.yes(0.1),
            address_block=AddressBlock.CONFIDENTIAL if has_blocked_address else AddressBlock.NONE,
            absences=draw_absences(chance, presence, on),
        )

    def _languages(self, second: str | None) -> tuple[str, ...]:
        languages = {NORWEGIAN}
        if second is not None:
            languages.add(second)
        if self.chance.yes(0.5):
            languages.add("engelsk")
        return tuple(sorted(languages))


def _training(chance: Chance, on: date) -> date | None:
    """Done for most; booked for a few; for the others nobody has told."""
    if chance.yes(0.85):
        return some_day_before(chance, on, 1, 60)
    return some_day_after(chance, on, 1, 4) if chance.yes(0.35) else None
