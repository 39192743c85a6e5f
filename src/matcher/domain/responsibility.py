"""Who answers for a case, day by day (S033, S036, S141, S164): never a day without anybody.

Read off the decisions of the case and the absences alone, so that nobody has to write it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise, zip_longest

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decided, Outcome
from matcher.domain.frozen import Frozen
from matcher.domain.presence import OPEN_END, Away, away

ONE_DAY = timedelta(days=1)


class Bearer(StrEnum):
    """As what somebody answers for a case."""

    COORDINATOR = "koordinator"
    STAND_IN = "stedfortreder"
    KE = "koordinerende enhet"
    """The coordinator is away and nobody stands in: KE answers itself (hol. § 7-3)."""


class Tenure(Frozen):
    """A coordinator's time with a case, until the next one's begins."""

    first_day: date
    coordinator: str
    stand_in: str | None = None


class Stretch(Frozen):
    """Days on which one and the same answers for a case; ``last_day`` ``None``: until further."""

    first_day: date
    last_day: date | None
    bearer: Bearer
    who: str | None
    """A coordinator's id, or a leader's name where the leader has none; ``None`` for KE."""


def tenures(
    case: Case, on: date, decided: Sequence[Decided], stand_in: str | None = None
) -> tuple[Tenure, ...]:
    """The coordinators' times with a case, first to last; ``on`` is the roster's day.

    ``stand_in`` is who stands in for the roster's coordinator until something is decided.

    A new one's time begins when they have said yes and have started; until then the old one's
    goes on (S164). What is decided later sets aside what hadn't begun by then.
    """
    final = [one for one in decided if one.decision.is_final]
    times = _before(case, on, final, stand_in)
    asked: set[str] = set()
    for one in final:
        times = [time for time in times if time.first_day <= one.day]
        decision = one.decision
        who = decision.coordinator
        if decision.outcome is Outcome.OPEN or who is None:
            continue
        holder = times[-1].coordinator if times else None
        if who != holder and not decision.groundwork.candidate_accepts:
            asked.add(who)
            continue
        starts = decision.starts_on or one.day
        if who in asked:  # the yes came after the decision: nothing begins before it
            starts = max(starts, one.day)
        asked.discard(who)
        if who == holder:
            starts = max(starts, times[-1].first_day)
        new = Tenure(first_day=starts, coordinator=who, stand_in=decision.stand_in)
        times = [time for time in times if time.first_day < starts] + [new]
    return tuple(times)


def holder(times: Sequence[Tenure], on: date) -> Tenure | None:
    """Whose time it is on a day; ``None`` where none had begun."""
    return next((time for time in reversed(times) if time.first_day <= on), None)


def changes(times: Sequence[Tenure], until: date) -> int:
    """How often the case has got another coordinator by a day (S165)."""
    begun = [time.coordinator for time in times if time.first_day <= until]
    return sum(before != after for before, after in pairwise(begun))


def responsible(
    times: Sequence[Tenure], coordinators: Mapping[str, Coordinator]
) -> tuple[Stretch, ...]:
    """Who answers for the case, from its first coordinator's first day on, without a gap.

    A stand-in steps in on the first day the coordinator is away or no longer employed. Where the
    stand-in is away too, or nobody is named, KE answers itself.
    """
    stretches: list[Stretch] = []
    for time, after in zip_longest(times, times[1:]):
        last = after.first_day - ONE_DAY if after else None
        stretches += _of_tenure(time, last, coordinators)
    return tuple(_joined(stretches))


def responsible_on(stretches: Iterable[Stretch], day: date) -> Stretch | None:
    """Who answers for the case on a day; ``None`` before it had anybody."""
    return next(
        (
            one
            for one in stretches
            if one.first_day <= day and (one.last_day is None or day <= one.last_day)
        ),
        None,
    )


def not_there(coordinator: Coordinator) -> tuple[Away, ...]:
    """The stretches when a coordinator is away or not employed, in order."""
    found = list(away(coordinator))
    if coordinator.employed_from and coordinator.employed_from > date.min:
        found.append(Away(date.min, coordinator.employed_from - ONE_DAY))
    if coordinator.employed_to and coordinator.employed_to < date.max:
        found.append(Away(coordinator.employed_to + ONE_DAY, None))
    return tuple(sorted(found, key=lambda one: (one.first_day, one.last_ordinal)))


def _before(case: Case, on: date, final: Sequence[Decided], stand_in: str | None) -> list[Tenure]:
    """Whose time it was before the first decision: as it was noted then, or as the roster says.

    Where it isn't known since when, it is known of the day before.
    """
    if final:
        who = final[0].decision.takes_over_from
        days = [min(one.decision.starts_on or one.day, one.day) for one in final]
        known_from = min(days) - ONE_DAY
    else:
        who, known_from = case.current_coordinator, on
    if who is None:
        return []
    is_current = who == case.current_coordinator
    since = case.coordinator_since if is_current else None
    return [
        Tenure(
            first_day=min(since or known_from, known_from),
            coordinator=who,
            stand_in=stand_in if is_current else None,
        )
    ]


def _of_tenure(
    time: Tenure, last: date | None, coordinators: Mapping[str, Coordinator]
) -> list[Stretch]:
    whole = Away(time.first_day, last)
    there, absent = _split(whole, coordinators.get(time.coordinator))
    stretches = [_stretch(part, Bearer.COORDINATOR, time.coordinator) for part in there]
    for part in absent:
        if time.stand_in is None:
            stretches.append(_stretch(part, Bearer.KE, None))
            continue
        second, nobody = _split(part, coordinators.get(time.stand_in))
        stretches += [_stretch(one, Bearer.STAND_IN, time.stand_in) for one in second]
        stretches += [_stretch(one, Bearer.KE, None) for one in nobody]
    return sorted(stretches, key=lambda one: one.first_day)


def _split(whole: Away, person: Coordinator | None) -> tuple[list[Away], list[Away]]:
    """The parts of a time when a person is there, and those when not; unknown counts as there."""
    there, absent = [], []
    begin, end = whole.first_day.toordinal(), whole.last_ordinal
    for stretch in not_there(person) if person else ():
        first, last = max(begin, stretch.first_day.toordinal()), min(end, stretch.last_ordinal)
        if first > last:
            continue
        if begin < first:
            there.append(_days(begin, first - 1))
        absent.append(_days(first, last))
        begin = last + 1
    if begin <= end:
        there.append(_days(begin, end))
    return there, absent


def _days(first: int, last: int) -> Away:
    return Away(date.fromordinal(first), None if last == OPEN_END else date.fromordinal(last))


def _stretch(part: Away, bearer: Bearer, who: str | None) -> Stretch:
    return Stretch(first_day=part.first_day, last_day=part.last_day, bearer=bearer, who=who)


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours with the same bearer as one."""
    joined: list[Stretch] = []
    for one in stretches:
        before = joined[-1] if joined else None
        if before and (before.bearer, before.who) == (one.bearer, one.who):
            joined[-1] = before.model_copy(update={"last_day": one.last_day})
        else:
            joined.append(one)
    return joined
