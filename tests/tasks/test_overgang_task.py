"""The receiving unit is invited before a transition (S103)."""

from __future__ import annotations

from datetime import date, timedelta

from matcher.domain.vocabulary import Transition
from matcher.tasks.overgang import KIND
from tests.tasks.ready import NEW, ON, need, of_case

MOVES = of_case(
    NEW, next_transition=Transition.TO_UPPER_SECONDARY, transition_date=date(2027, 8, 16)
)


def test_it_is_due_so_long_before_the_day() -> None:
    needed = need(KIND, MOVES, days_before=120)
    assert needed is not None
    assert needed.due == date(2027, 8, 16) - timedelta(days=120)
    assert "Overgang 16.08.2027: ungdomsskole-videregående" in str(needed.note)


def test_a_transition_that_is_past_or_without_a_day_asks_for_nothing() -> None:
    assert need(KIND, of_case(MOVES, transition_date=ON), days_before=120) is None
    assert need(KIND, of_case(MOVES, transition_date=None), days_before=120) is None
    assert need(KIND, NEW, days_before=120) is None
