"""The time for coordination is settled with the leader (S074)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.coordinator import Coordinator
from matcher.gates.timer_avklart import GATE
from tests.gates.settled import BEFORE, KARI, OPEN, WHOLE, lacks, noted

UNCONFIRMED = noted(hours_confirmed_on=None)


def test_the_leaders_yes_is_noted() -> None:
    assert "lederen har avklart timene til Kari Nes" in lacks(GATE, UNCONFIRMED)
    assert lacks(GATE, WHOLE) == ""


@pytest.mark.parametrize(
    ("facts", "is_settled"),
    [
        ({"agreed_hours_per_month": 6.0, "agreed_date": BEFORE}, True),
        ({"agreed_hours_per_month": 0.0, "agreed_date": BEFORE}, True),
        ({"agreed_hours_per_month": 6.0}, False),
        ({"agreed_date": BEFORE}, False),
    ],
    ids=["hours and day", "no hours, agreed", "hours without a day", "a day without hours"],
)
def test_agreed_hours_with_their_day_are_as_good(
    facts: dict[str, object], is_settled: bool
) -> None:
    settling = replace(UNCONFIRMED, coordinator=KARI.model_copy(update=facts))
    assert (lacks(GATE, settling) == "") is is_settled


def test_hours_beyond_what_is_agreed_need_the_leaders_yes_anew() -> None:
    agreed = KARI.model_copy(update={"agreed_hours_per_month": 6.0, "agreed_date": BEFORE})
    over = replace(UNCONFIRMED, coordinator=agreed, hours_over=2.5)
    assert "2,5 timer i måneden mer enn avtalt" in lacks(GATE, over)
    assert lacks(GATE, replace(over, hours_over=0.0)) == ""
    assert lacks(GATE, replace(WHOLE, hours_over=2.5)) == ""


def test_a_coordinator_without_a_name_is_told_by_id() -> None:
    assert "timene til K-1" in lacks(GATE, replace(UNCONFIRMED, coordinator=Coordinator(id="K-1")))


def test_no_hours_are_settled_where_the_case_stays_open() -> None:
    assert lacks(GATE, OPEN) == ""
