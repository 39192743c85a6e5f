"""The candidate has been contacted, and has said yes (S100)."""

from __future__ import annotations

from matcher.gates.kandidat_spurt import GATE
from tests.gates.settled import AFTER, OPEN, WHOLE, lacks, noted, of_case


def test_a_candidate_who_was_asked_and_said_yes_is_enough() -> None:
    assert lacks(GATE, WHOLE) == ""


def test_it_says_whether_the_question_or_the_answer_is_missing() -> None:
    assert "ikke notert at Kari Nes er spurt" in lacks(GATE, noted(candidate_asked_on=None))
    assert "ikke notert" in lacks(GATE, noted(candidate_asked_on=AFTER))
    unanswered = lacks(GATE, noted(candidate_accepts=None))
    assert "ble spurt 16.11.2026, men svaret er ikke notert" in unanswered


def test_a_no_stops_even_where_the_day_is_not_noted() -> None:
    told = lacks(GATE, noted(candidate_asked_on=None, candidate_accepts=False))
    assert "Kari Nes har sagt nei" in told


def test_who_goes_on_with_the_case_is_not_asked_again() -> None:
    unasked = noted(candidate_asked_on=None, candidate_accepts=None)
    assert lacks(GATE, of_case(unasked, current_coordinator="K-1")) == ""
    assert lacks(GATE, of_case(unasked, current_coordinator="K-2")) != ""


def test_nobody_is_asked_where_the_case_stays_open() -> None:
    assert lacks(GATE, OPEN) == ""
