"""The person or the guardians are heard in the choice (S027, S078, S101)."""

from __future__ import annotations

from matcher.gates.bruker_hort import GATE
from tests.gates.settled import AFTER, BEFORE, ON, OPEN, lacks, noted, of_case


def test_it_is_noted_with_the_decision_or_in_the_case() -> None:
    unheard = noted(user_heard_on=None)
    assert "ikke notert at bruker eller foresatte er hørt" in lacks(GATE, unheard)
    assert lacks(GATE, noted(user_heard_on=ON)) == ""
    assert lacks(GATE, of_case(unheard, user_heard=BEFORE)) == ""


def test_a_day_to_come_is_not_heard() -> None:
    assert lacks(GATE, noted(user_heard_on=AFTER)) != ""


def test_nobody_is_heard_in_a_choice_that_is_not_made() -> None:
    assert lacks(GATE, OPEN) == ""
