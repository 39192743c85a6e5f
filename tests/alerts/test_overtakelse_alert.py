"""Somebody is chosen and hasn't said yes: the old one answers so long (S100, S164)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from matcher.alerts.overtakelse import KIND
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from tests.alerts.seen import CASE, ON, found, seen


def chosen(accepts: bool | None, **facts: object) -> Decided:
    """Ola is chosen from 1 December, and has answered this."""
    values = {
        "case": "S-1",
        "outcome": Outcome.ANOTHER,
        "coordinator": "K-2",
        "takes_over_from": "K-1",
        "starts_on": date(2026, 12, 1),
        "groundwork": Groundwork(candidate_accepts=accepts),
        "is_final": True,
    }
    decision = Decision.model_validate(values | facts)
    return Decided(
        number=1, decision=decision, who="anne", at=datetime(2026, 11, 20, 12, tzinfo=UTC)
    )


def test_a_choice_without_an_answer_is_told_with_who_answers_so_long() -> None:
    (alert,) = found(KIND, seen(decided=(chosen(None),)), days_ahead=8)
    assert (alert.case, alert.coordinator, alert.day) == ("S-1", "K-2", date(2026, 12, 1))
    assert alert.message == (
        "S-1: Ola Vik er valgt fra 01.12.2026, men har ikke svart ja. "
        "Kari Nes har ansvaret så lenge."
    )
    assert found(KIND, seen(decided=(chosen(None),)), days_ahead=7) == []


def test_a_no_is_told_as_one() -> None:
    (alert,) = found(KIND, seen(decided=(chosen(False),)), days_ahead=30)
    assert "har sagt nei" in alert.message


def test_a_case_that_nobody_has_says_so() -> None:
    case = CASE.model_copy(update={"current_coordinator": None})
    first = chosen(None, takes_over_from=None)
    (alert,) = found(KIND, seen(case, decided=(first,)), days_ahead=30)
    assert "Ingen har ansvaret ennå." in alert.message


def test_a_yes_a_coordinator_who_goes_on_and_an_open_case_are_not_told() -> None:
    goes_on = chosen(None, coordinator="K-1")
    open_ = chosen(None, coordinator=None, outcome=Outcome.OPEN, starts_on=None)
    for one in (chosen(True), goes_on, open_):
        assert found(KIND, seen(decided=(one,), on=ON), days_ahead=30) == []


def test_only_the_last_decision_counts() -> None:
    answered = chosen(True).model_copy(update={"number": 2})
    assert found(KIND, seen(decided=(chosen(None), answered)), days_ahead=30) == []
