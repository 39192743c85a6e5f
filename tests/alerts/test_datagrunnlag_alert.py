"""What was decided and what the roster says, should agree."""

from __future__ import annotations

from datetime import UTC, datetime

from matcher.alerts.datagrunnlag import KIND
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from tests.alerts.seen import CASE, ON, found, seen


def decided_for(who: str) -> tuple[Decided, ...]:
    """A decision from before the roster's day."""
    decision = Decision(
        case="S-1",
        outcome=Outcome.ANOTHER,
        coordinator=who,
        groundwork=Groundwork(candidate_accepts=True),
        is_final=True,
    )
    return (
        Decided(number=1, decision=decision, who="a", at=datetime(2026, 11, 2, 12, tzinfo=UTC)),
    )


def test_a_roster_that_says_otherwise_is_told() -> None:
    (alert,) = found(KIND, seen(decided=decided_for("K-2")))
    assert (
        "at Ola Vik er koordinator, men datagrunnlaget sier at Kari Nes har saken" in alert.message
    )


def test_a_roster_that_says_nobody_is_told() -> None:
    case = CASE.model_copy(update={"current_coordinator": None})
    (alert,) = found(KIND, seen(case, decided=decided_for("K-2")))
    assert "sier at ingen har saken" in alert.message


def test_a_roster_that_agrees_is_not() -> None:
    assert found(KIND, seen(decided=decided_for("K-1"))) == []
    assert found(KIND, seen()) == []


def test_a_roster_from_before_the_start_says_nothing() -> None:
    later = decided_for("K-2")[0].model_copy(update={"at": datetime(2026, 12, 2, tzinfo=UTC)})
    assert found(KIND, seen(decided=(later,), on=ON.replace(month=12))) == []
