"""When a coordinator is employed and present."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.presence import away, days_present, presence_in_words
from tests.strategies import ON, coordinators


def is_there(coordinator: Coordinator, day: date) -> bool:
    employed = (coordinator.employed_from or day) <= day <= (coordinator.employed_to or day)
    return employed and not any(
        absence.first_day <= day <= (absence.last_day or day) for absence in coordinator.absences
    )


@given(coordinators(), st.integers(-100, 900), st.integers(-5, 400))
def test_days_present_are_the_days_counted_one_by_one(
    coordinator: Coordinator, start: int, length: int
) -> None:
    first = ON + timedelta(days=start)
    counted = sum(is_there(coordinator, first + timedelta(days=n)) for n in range(length))
    days = np.array([first.toordinal()], np.int32)
    assert days_present(coordinator, days, days + np.int32(length - 1)).tolist() == [counted]


def absence(first: int, last: int | None) -> Absence:
    return Absence(
        first_day=date(2026, 12, first), last_day=None if last is None else date(2026, 12, last)
    )


def test_absences_that_touch_or_overlap_are_one_and_others_stay_apart() -> None:
    coordinator = Coordinator(
        id="K", absences=(absence(20, 22), absence(1, 9), absence(3, 4), absence(10, 12))
    )
    assert [(a.first_day.day, a.last_day and a.last_day.day) for a in away(coordinator)] == [
        (1, 12),
        (20, 22),
    ]


def test_an_absence_without_a_known_end_swallows_what_follows() -> None:
    coordinator = Coordinator(id="K", absences=(absence(1, None), absence(20, 22)))
    assert away(coordinator) == ((date(2026, 12, 1), None),)


def test_presence_is_told_with_its_days() -> None:
    coordinator = Coordinator(
        id="K",
        employed_from=date(2026, 2, 1),
        employed_to=date(2027, 6, 30),
        absences=(absence(1, 9), absence(20, None)),
    )
    assert presence_in_words(coordinator) == (
        "ansatt fra 01.02.2026, slutter 30.06.2027, borte fra 01.12.2026 til 09.12.2026, "
        "borte fra 20.12.2026 uten kjent slutt"
    )
    assert presence_in_words(Coordinator(id="K")) == "ingen sluttdato er oppgitt"
