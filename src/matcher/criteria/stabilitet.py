"""Stabilitet: a coordinator should be stable, and in for a long time (S031, S050).

The mean of two parts: the share of the profile's stable period, in days, in which the person is
employed and present, so that an end date or an announced leave counts; and the position, where
the profile's percentage or more counts as full. A position that isn't known is left out.
No end date given means that none is known.
"""

from datetime import date
from fractions import Fraction

import numpy as np

from matcher.criteria.criterion import Criterion, percent_of
from matcher.domain.coordinator import Coordinator
from matcher.domain.months import months_after
from matcher.domain.pairs import Pairs, Scores
from matcher.domain.presence import days_present, presence_in_words
from matcher.domain.wording import written
from matcher.profiles.criterion_lines import Stabilitet
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The same for every case, 1 × m."""
    line = profile.criteria.stabilitet
    each = [_score(coordinator, pairs.on, line) for coordinator in pairs.coordinators]
    return np.array(each, np.int8).reshape(1, -1)


def because(pairs: Pairs, profile: Profile) -> str:
    """The days present in the stable period, the end date, and the position."""
    line, coordinator = profile.criteria.stabilitet, pairs.the_coordinator
    present, days = _present(coordinator, pairs.on, line)
    last = months_after(pairs.on, line.stable_months)
    position = coordinator.position_percent
    return (
        f"Koordinatoren er til stede {present} av {days} dager fram til {written(last)}; "
        f"{presence_in_words(coordinator)}. Stillingen er "
        f"{'ikke oppgitt' if position is None else f'{position:g} prosent'.replace('.', ',')}."
    )


def _score(coordinator: Coordinator, on: date, line: Stabilitet) -> int:
    parts = [Fraction(*_present(coordinator, on, line))]
    if coordinator.position_percent is not None:
        full = line.full_position_percent
        parts.append(Fraction(min(coordinator.position_percent, full)) / full)
    return percent_of(sum(parts, Fraction(0)) / len(parts))


def _present(coordinator: Coordinator, on: date, line: Stabilitet) -> tuple[int, int]:
    """Days present, and days, of the stable period, the day of the round counted."""
    first, last = on.toordinal(), months_after(on, line.stable_months).toordinal()
    present = days_present(coordinator, np.array(first, np.int32), np.array(last, np.int32))
    return int(present), last - first + 1


CRITERION = Criterion(id="stabilitet", scores=scores, because=because)
