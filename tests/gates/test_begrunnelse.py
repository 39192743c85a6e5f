"""A choice other than the first suggestion says why (S025, S077)."""

from __future__ import annotations

from dataclasses import replace

from matcher.domain.decision import Outcome
from matcher.gates.begrunnelse import GATE
from tests.gates.settled import OPEN, WHOLE, decided, lacks, suggested

ANOTHER = replace(decided(WHOLE, outcome=Outcome.ANOTHER), suggested=suggested("K-2"))


def test_the_first_suggestion_needs_no_reason() -> None:
    assert lacks(GATE, WHOLE) == ""


def test_another_than_the_first_suggestion_needs_one() -> None:
    assert "Kari Nes er ikke det første forslaget" in lacks(GATE, ANOTHER)
    assert lacks(GATE, decided(ANOTHER, reason=" ")) != ""
    assert lacks(GATE, decided(ANOTHER, reason="Familien ønsker det.")) == ""


def test_it_does_not_help_to_call_another_choice_the_suggestion() -> None:
    assert lacks(GATE, decided(ANOTHER, outcome=Outcome.ACCEPTED)) != ""


def test_a_choice_without_a_round_needs_one() -> None:
    assert "uten en runde" in lacks(GATE, replace(WHOLE, suggested=None))


def test_a_case_that_stays_open_needs_one() -> None:
    assert lacks(GATE, OPEN) == ""
    assert "stående åpen" in lacks(GATE, decided(OPEN, reason=None))
