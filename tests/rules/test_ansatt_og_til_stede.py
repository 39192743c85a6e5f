"""Employed and present over the start: here 30 days, away at most 14 of them and after (S031)."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.pairs import Pairs
from matcher.rules.ansatt_og_til_stede import RULE
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of

LAST = ON + timedelta(days=30)


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    """Day by day, for the days that can matter."""
    if coordinator.employed_from and coordinator.employed_from > LAST:
        return False
    if coordinator.employed_to and coordinator.employed_to < LAST:
        return False
    horizon = 600
    away = [
        any(
            absence.first_day <= day and (absence.last_day is None or day <= absence.last_day)
            for absence in coordinator.absences
        )
        for day in (ON + timedelta(days=n) for n in range(horizon))
    ]
    open_from = min(
        (a.first_day for a in coordinator.absences if a.last_day is None), default=date.max
    )
    told: bool | None = True
    start = 0
    while start <= 30:
        if not away[start]:
            start += 1
            continue
        end = start
        while end + 1 < horizon and away[end + 1]:
            end += 1
        if open_from <= ON + timedelta(days=end):
            told = None
        elif end - start + 1 > 14:
            return False
        start = end + 1
    return told


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


def away(first: date, last: date | None) -> Coordinator:
    return Coordinator(id="K", absences=(Absence(first_day=first, last_day=last),))


@pytest.mark.parametrize(
    ("coordinator", "told", "word"),
    [
        (Coordinator(id="K"), True, "til stede til og med 15.12.2026"),
        (Coordinator(id="K", employed_from=LAST), True, "til stede"),
        (Coordinator(id="K", employed_from=date(2026, 12, 16)), False, "begynner 16.12.2026"),
        (Coordinator(id="K", employed_to=LAST), True, "til stede"),
        (Coordinator(id="K", employed_to=date(2026, 12, 14)), False, "slutter 14.12.2026"),
        (Coordinator(id="K", employed_to=ON), False, "slutter 15.11.2026"),
        (Coordinator(id="K", employed_to=date(2026, 11, 14)), False, "sluttet 14.11.2026."),
        (away(ON, date(2026, 11, 28)), True, "bare kort borte fra 15.11.2026"),
        (away(ON, date(2026, 11, 29)), False, "borte fra 15.11.2026 til og med 29.11.2026"),
        (away(date(2026, 1, 1), date(2026, 11, 28)), True, "bare kort borte"),
        (away(LAST, date(2027, 6, 1)), False, "borte fra 15.12.2026"),
        (away(date(2026, 12, 16), date(2027, 6, 1)), True, "til stede"),
        (away(date(2026, 11, 1), None), None, "ikke oppgitt til når"),
        (away(date(2026, 12, 16), None), True, "til stede"),
    ],
)
def test_the_days_at_the_edges(coordinator: Coordinator, told: bool | None, word: str) -> None:
    pair = pair_of(Case(id="S"), coordinator)
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)


def test_absences_that_touch_count_as_one() -> None:
    halves = (
        Absence(first_day=ON, last_day=date(2026, 11, 22)),
        Absence(first_day=date(2026, 11, 23), last_day=date(2026, 11, 30)),
    )
    assert answer(RULE, pair_of(Case(id="S"), Coordinator(id="K", absences=halves))) is False
