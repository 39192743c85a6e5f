"""Employed and present over the start (S031): the days from the round in which work begins.

An absence that touches the start refuses where what is left of it lasts longer than the
profile allows. No start or end of the employment given means that none is known.
"""

from datetime import date, timedelta

from matcher.domain.coordinator import Coordinator
from matcher.domain.known import any_of
from matcher.domain.pairs import Pairs, Verdicts
from matcher.domain.presence import Away, away
from matcher.domain.wording import written
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import AnsattOgTilStede
from matcher.rules.rule import Rule


def verdicts(pairs: Pairs, profile: Profile) -> Verdicts:
    """Met where employed by the start's last day, not gone, and not away too long, 1 × m."""
    line = profile.rules.ansatt_og_til_stede
    return pairs.coordinator_verdicts(lambda c: _is_there(c, pairs.on, line))


def because(pairs: Pairs, profile: Profile) -> str:
    """The day of the employment or the absence that decides."""
    line, coordinator = profile.rules.ansatt_og_til_stede, pairs.the_coordinator
    last = _last_start_day(pairs.on, line)
    if coordinator.employed_from is not None and coordinator.employed_from > last:
        return f"Koordinatoren begynner {written(coordinator.employed_from)}, etter oppstarten."
    if coordinator.employed_to is not None and coordinator.employed_to < pairs.on:
        return f"Koordinatoren sluttet {written(coordinator.employed_to)}."
    if coordinator.employed_to is not None and coordinator.employed_to < last:
        return f"Koordinatoren slutter {written(coordinator.employed_to)}, under oppstarten."
    at_start = [stretch for stretch in away(coordinator) if _touches(stretch, pairs.on, last)]
    answers = [_is_too_long(stretch, pairs.on, line) for stretch in at_start]
    for deciding in (True, None):
        if deciding in answers:
            return _told(at_start[answers.index(deciding)], "Koordinatoren er borte")
    if at_start:
        return _told(at_start[0], "Koordinatoren er ansatt, og bare kort borte")
    return f"Koordinatoren er ansatt og til stede til og med {written(last)}."


def _is_there(coordinator: Coordinator, on: date, line: AnsattOgTilStede) -> bool | None:
    last = _last_start_day(on, line)
    if coordinator.employed_from is not None and coordinator.employed_from > last:
        return False
    if coordinator.employed_to is not None and coordinator.employed_to < last:
        return False
    too_long = any_of(
        _is_too_long(stretch, on, line)
        for stretch in away(coordinator)
        if _touches(stretch, on, last)
    )
    return None if too_long is None else not too_long


def _last_start_day(on: date, line: AnsattOgTilStede) -> date:
    return on + timedelta(days=line.start_within_days)


def _touches(stretch: Away, on: date, last: date) -> bool:
    return stretch.first_day <= last and stretch.last_ordinal >= on.toordinal()


def _is_too_long(stretch: Away, on: date, line: AnsattOgTilStede) -> bool | None:
    if stretch.last_day is None:
        return None
    left = (stretch.last_day - max(stretch.first_day, on)).days + 1
    return left > line.longest_absence_days


def _told(stretch: Away, begins: str) -> str:
    since = f"{begins} fra {written(stretch.first_day)}"
    if stretch.last_day is None:
        return f"{since}, og det er ikke oppgitt til når."
    return f"{since} til og med {written(stretch.last_day)}."


RULE = Rule(id="ansatt_og_til_stede", verdicts=verdicts, because=because)
