"""A transition is ahead (S102, S103)."""

from __future__ import annotations

from datetime import date

from matcher.alerts.overgang import KIND
from matcher.domain.vocabulary import Transition
from tests.alerts.seen import CASE, found, seen

MOVES = CASE.model_copy(
    update={
        "next_transition": Transition.TO_UPPER_SECONDARY,
        "transition_date": date(2027, 8, 16),
    }
)


def test_it_is_told_in_time_and_not_afterwards() -> None:
    (alert,) = found(KIND, seen(MOVES), days_ahead=266)
    assert (alert.case, alert.day) == ("S-1", date(2027, 8, 16))
    assert "ungdomsskole-videregående 16.08.2027" in alert.message
    assert found(KIND, seen(MOVES), days_ahead=265) == []
    assert found(KIND, seen(MOVES, on=date(2027, 8, 17)), days_ahead=266) == []


def test_a_transition_on_no_known_day_is_told_as_such() -> None:
    (alert,) = found(KIND, seen(MOVES.model_copy(update={"transition_date": None})), days_ahead=9)
    assert alert.day is None
    assert "på en dag som ikke er kjent" in alert.message


def test_a_case_without_coordinator_or_transition_is_not_told() -> None:
    assert found(KIND, seen(), days_ahead=450) == []
    alone = MOVES.model_copy(update={"current_coordinator": None})
    assert found(KIND, seen(alone), days_ahead=300) == []
