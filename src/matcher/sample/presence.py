"""Whether a coordinator is at work in the time that the round is about."""

from datetime import date, timedelta
from enum import Enum, auto

from matcher.domain.coordinator import Absence
from matcher.sample.chance import Chance
from matcher.sample.dates import months_after, some_day_after, some_day_before


class Presence(Enum):
    """Here, or on the way out."""

    HERE = auto()
    CONTRACT_ENDS = auto()
    LEAVE_LATER = auto()
    ON_LEAVE = auto()
    LEFT = auto()


PRESENCES = {
    Presence.HERE: 0.74,
    Presence.CONTRACT_ENDS: 0.1,
    Presence.LEAVE_LATER: 0.06,
    Presence.ON_LEAVE: 0.06,
    Presence.LEFT: 0.04,
}


def can_work(presence: Presence) -> bool:
    """At work now, and for some time on."""
    return presence not in (Presence.ON_LEAVE, Presence.LEFT)


def draw_last_day(chance: Chance, presence: Presence, on: date) -> date | None:
    """The last day of employment, where one is set."""
    if presence is Presence.LEFT:
        return some_day_before(chance, on, 1, 4)
    if presence is Presence.CONTRACT_ENDS:
        return months_after(on.replace(day=1), chance.whole(3, 14)) - timedelta(days=1)
    return None


def draw_absences(chance: Chance, presence: Presence, on: date) -> tuple[Absence, ...]:
    """Leave that has begun or is planned, and now and then a short absence."""
    if presence is Presence.ON_LEAVE:
        first = some_day_before(chance, on, 1, 5)
        return (Absence(first_day=first, last_day=chance.unless(0.2, months_after(first, 11))),)
    if presence is Presence.LEAVE_LATER:
        first = some_day_after(chance, on, 3, 8)
        return (Absence(first_day=first, last_day=months_after(first, chance.whole(4, 12))),)
    if presence is Presence.HERE and chance.yes(0.05):
        first = on + timedelta(days=chance.whole(-5, 20))
        return (Absence(first_day=first, last_day=first + timedelta(days=chance.whole(3, 12))),)
    return ()
