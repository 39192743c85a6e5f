"""Stable, and in for a long time: here over 24 months, 80 percent counting as full (S031, S050)."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from matcher.criteria.stabilitet import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

DAYS = (date(2028, 11, 15) - ON).days + 1


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    present = 0
    for day in (ON + timedelta(days=n) for n in range(DAYS)):
        employed = (coordinator.employed_from or day) <= day <= (coordinator.employed_to or day)
        away = any(a.first_day <= day <= (a.last_day or day) for a in coordinator.absences)
        present += employed and not away
    mean = Fraction(present, DAYS)
    if coordinator.position_percent is not None:
        mean = (mean + min(Fraction(1), Fraction(coordinator.position_percent) / 80)) / 2
    return int(100 * mean + Fraction(1, 2))


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("coordinator", "points", "word"),
    [
        (Coordinator(id="K", position_percent=100), 100, "100 prosent"),
        (Coordinator(id="K", position_percent=80), 100, "80 prosent"),
        (Coordinator(id="K", position_percent=37.5), 73, "37,5 prosent"),
        (Coordinator(id="K"), 100, "ikke oppgitt"),
        (
            Coordinator(id="K", position_percent=80, employed_to=date(2027, 11, 15)),
            75,
            "366 av 732 dager",
        ),
        (Coordinator(id="K", employed_to=date(2027, 11, 15)), 50, "slutter 15.11.2027"),
        (
            Coordinator(
                id="K",
                absences=(Absence(first_day=date(2026, 12, 1), last_day=date(2027, 5, 31)),),
            ),
            75,
            "borte fra 01.12.2026 til 31.05.2027",
        ),
    ],
)
def test_position_end_date_and_leave_count(
    coordinator: Coordinator, points: int, word: str
) -> None:
    pair = pair_of(Case(id="S"), coordinator)
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)
