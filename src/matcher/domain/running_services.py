"""Which services are in a case now or to come, and how long each stays."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import BarnevernPhase, Service, Transition

EndsAt = Mapping[Transition, Collection[Service]]
"""The services that don't survive each transition."""


class Stay(NamedTuple):
    """A service's stay in a case, both days counted.

    ``last_day`` is ``None`` where nothing ends the stay. ``is_known`` is false where the stay
    ends at a transition whose day isn't known.
    """

    first_day: date
    last_day: date | None
    is_known: bool = True


def running(case: Case, on: date) -> tuple[ServiceInCase, ...]:
    """The services in the case that have not ended before the day."""
    return tuple(row for row in case.services if row.expected_end is None or row.expected_end >= on)


def barnevern_phases(case: Case, on: date) -> tuple[BarnevernPhase | None, ...]:
    """The phase of each barnevern service in the case; ``None`` where it isn't known."""
    return tuple(row.phase for row in running(case, on) if row.service is Service.BARNEVERN)


def survives(case: Case, service: Service, ends_at: EndsAt) -> bool:
    """Whether the service lives on after the case's next transition."""
    return case.next_transition is None or service not in ends_at.get(case.next_transition, ())


def stays(case: Case, on: date, ends_at: EndsAt) -> dict[Service, Stay]:
    """From when and until when each service is in the case, from the day on.

    A service ends at the case's own expected end, or the day before a transition that it
    doesn't survive. Several rows of a service are one stay, from the first to the last.
    """
    found: dict[Service, Stay] = {}
    for row in running(case, on):
        stay = _stay(row, case, on, ends_at)
        if (other := found.get(row.service)) is not None:
            ends = (other.last_day, stay.last_day)
            stay = Stay(
                min(other.first_day, stay.first_day),
                None if None in ends else max(filter(None, ends)),
                other.is_known and stay.is_known,
            )
        found[row.service] = stay
    return found


def _stay(row: ServiceInCase, case: Case, on: date, ends_at: EndsAt) -> Stay:
    first_day = max(on, row.since or on)
    if survives(case, row.service, ends_at):
        return Stay(first_day, row.expected_end)
    if case.transition_date is None:
        return Stay(first_day, row.expected_end, is_known=False)
    day_before = case.transition_date - timedelta(days=1)
    return Stay(first_day, min(day_before, row.expected_end or day_before))
