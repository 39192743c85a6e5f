"""The services of one case: since when, until when, and where barnevern is in its work."""

from datetime import date

from matcher.domain.case import ServiceInCase
from matcher.domain.vocabulary import BarnevernPhase, Service
from matcher.sample.chance import Chance
from matcher.sample.dates import months_after, some_day_after, some_day_before
from matcher.sample.lives import Life, Stage
from matcher.sample.patterns import EVERYDAY, STAGES_OF, Pattern

_ENDS_AT_TRANSITION = {
    Service.KINDERGARTEN: {Stage.KINDERGARTEN},
    Service.SCHOOL: {Stage.LOWER_SECONDARY},
    Service.HEALTH_STATION: {Stage.KINDERGARTEN},
}
"""Services whose end is known, because the stage ends there."""

_PHASES = {
    BarnevernPhase.UNDERSOKELSE: 0.25,
    BarnevernPhase.MEASURES: 0.55,
    BarnevernPhase.FOSTER_HOME: 0.2,
}


def draw_services(
    chance: Chance, pattern: Pattern, life: Life, on: date
) -> tuple[ServiceInCase, ...]:
    """The services of a case, without contacts; nearly always two or more."""
    likely = dict(EVERYDAY[life.stage])
    for service, share in pattern.services.items():
        if life.stage in STAGES_OF.get(service, frozenset(Stage)):
            likely[service] = max(share, likely.get(service, 0.0))
    chosen = [service for service, share in likely.items() if chance.yes(share)]
    more = [service for service in likely if service not in chosen]
    while len(chosen) < 2 and more:
        chosen.append(more.pop(0))
    return tuple(
        _draw_service(chance, service, service in pattern.services, life, on) for service in chosen
    )


def _draw_service(
    chance: Chance, service: Service, is_for_the_need: bool, life: Life, on: date
) -> ServiceInCase:
    if service is Service.BARNEVERN:
        return _draw_barnevern(chance, life, on)
    has_ordinary_checks = service in (Service.HEALTH_STATION, Service.SCHOOL_HEALTH)
    beyond = 0.85 if is_for_the_need else 0.2
    return ServiceInCase(
        service=service,
        since=chance.unless(0.08, _since(chance, life, on, 48)),
        expected_end=_expected_end(chance, service, life, on),
        beyond_ordinary=chance.unless(0.08, chance.yes(beyond)) if has_ordinary_checks else None,
    )


def _draw_barnevern(chance: Chance, life: Life, on: date) -> ServiceInCase:
    """An undersøkelse lasts three months, at most six (bvl. § 2-2)."""
    phase = chance.weighted(_PHASES)
    if phase is BarnevernPhase.UNDERSOKELSE:
        since = _since(chance, life, on, 4)
        end: date | None = months_after(
            since, 6 if chance.yes(0.2) or since < months_after(on, -3) else 3
        )
        phase_since = since
    else:
        since = _since(chance, life, on, 60)
        phase_since = max(since, some_day_before(chance, on, 1, 36))
        foster = phase is BarnevernPhase.FOSTER_HOME
        end = None if foster else chance.unless(0.4, some_day_after(chance, on, 6, 30))
    return ServiceInCase(
        service=Service.BARNEVERN,
        since=since,
        expected_end=end,
        phase=chance.unless(0.04, phase),
        phase_since=chance.unless(0.05, phase_since),
    )


def _since(chance: Chance, life: Life, on: date, at_most_months: int) -> date:
    """A start within the person's life (within this pregnancy, for the unborn)."""
    alive = 3 if life.stage is Stage.UNBORN else life.age_months
    return some_day_before(chance, on, 0, max(0, min(at_most_months, alive - 1)))


def _expected_end(chance: Chance, service: Service, life: Life, on: date) -> date | None:
    if life.stage in _ENDS_AT_TRANSITION.get(service, ()):
        return chance.unless(0.15, life.transition_date)
    return chance.unless(0.45, some_day_after(chance, on, 2, 36))
