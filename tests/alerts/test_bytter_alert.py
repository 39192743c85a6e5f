"""Changes of coordinator are counted (S165)."""

from __future__ import annotations

from datetime import UTC, datetime

from matcher.alerts.bytter import KIND
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from tests.alerts.seen import CASE, found, seen

CHANGE = Decided(
    number=1,
    decision=Decision(
        case="S-1",
        outcome=Outcome.ANOTHER,
        coordinator="K-2",
        takes_over_from="K-1",
        groundwork=Groundwork(candidate_accepts=True),
        is_final=True,
    ),
    who="anne",
    at=datetime(2026, 11, 20, 12, tzinfo=UTC),
)


def test_changes_before_and_here_count_together() -> None:
    case = CASE.model_copy(update={"earlier_changes": 1})
    (alert,) = found(KIND, seen(case, decided=(CHANGE,)), at_least=2)
    assert alert.message.startswith("S-1 har byttet koordinator 2 ganger.")
    assert (alert.case, alert.coordinator) == ("S-1", "K-2")
    assert found(KIND, seen(case, decided=(CHANGE,)), at_least=3) == []


def test_a_case_that_has_kept_its_coordinator_is_not_told() -> None:
    assert found(KIND, seen(), at_least=1) == []
