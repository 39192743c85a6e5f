"""When a coordinator is employed and present."""

from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.domain.coordinator import Coordinator
from matcher.domain.wording import written

OPEN_END = date.max.toordinal()
"""Stands for a last day that is not known or not set, in counted days."""

Days = NDArray[np.int32]
"""Days as ordinals (``date.toordinal``), or a number of days."""


class Away(NamedTuple):
    """A stretch away, both days counted; ``last_day`` is ``None`` where the end isn't known."""

    first_day: date
    last_day: date | None

    @property
    def last_ordinal(self) -> int:
        """The last day, or the end of the calendar."""
        return OPEN_END if self.last_day is None else self.last_day.toordinal()


def away(coordinator: Coordinator) -> tuple[Away, ...]:
    """The coordinator's absences in order, those that touch or overlap made into one."""
    stretches: list[Away] = []
    for absence in sorted(coordinator.absences, key=lambda absence: absence.first_day):
        stretch = Away(absence.first_day, absence.last_day)
        if stretches and stretch.first_day.toordinal() <= stretches[-1].last_ordinal + 1:
            first_day, _ = before = stretches.pop()
            longest = max(before, stretch, key=lambda one: one.last_ordinal)
            stretch = Away(first_day, longest.last_day)
        stretches.append(stretch)
    return tuple(stretches)


def days_present(coordinator: Coordinator, first: Days, last: Days) -> Days:
    """How many days from ``first`` to ``last``, both counted, the coordinator is there.

    No start or end of the employment given means that none is known, and the coordinator
    counts as employed. An absence without a known end counts until further notice.
    """
    employed_from = coordinator.employed_from.toordinal() if coordinator.employed_from else 1
    employed_to = coordinator.employed_to.toordinal() if coordinator.employed_to else OPEN_END
    start, end = np.maximum(first, employed_from), np.minimum(last, employed_to)
    days = _days_from(start, end)
    for stretch in away(coordinator):
        days = days - _days_from(
            np.maximum(start, stretch.first_day.toordinal()),
            np.minimum(end, stretch.last_ordinal),
        )
    return days.astype(np.int32)


def away_together(one: Coordinator, other: Coordinator, since: date | None = None) -> Away | None:
    """The first stretch that both are away, from a day on where it is given; else ``None``."""
    earliest = 1 if since is None else since.toordinal()
    for a in away(one):
        for b in away(other):
            first = max(a.first_day.toordinal(), b.first_day.toordinal(), earliest)
            last = min(a.last_ordinal, b.last_ordinal)
            if first <= last:
                ends = None if last == OPEN_END else date.fromordinal(last)
                return Away(date.fromordinal(first), ends)
    return None


def presence_in_words(coordinator: Coordinator) -> str:
    """When the coordinator is employed and away, as the end of a sentence."""
    start, end = coordinator.employed_from, coordinator.employed_to
    parts = [f"ansatt fra {written(start)}"] if start else []
    parts.append(f"slutter {written(end)}" if end else "ingen sluttdato er oppgitt")
    parts += [
        f"borte fra {written(stretch.first_day)} "
        + (f"til {written(stretch.last_day)}" if stretch.last_day else "uten kjent slutt")
        for stretch in away(coordinator)
    ]
    return ", ".join(parts)


def _days_from(first: Days, last: Days) -> Days:
    days: Days = np.maximum(last - first + 1, 0)
    return days
