"""A rule is set aside only where the profile allows it, and each one with its reason (S115)."""

from __future__ import annotations

from dataclasses import replace

from matcher.domain.decision import Override
from matcher.domain.plan import BrokenRule
from matcher.gates.fravik import GATE
from tests.gates.settled import WHOLE, decided, lacks, suggested

PHASE = BrokenRule(
    id="barnevern_undersokelse", title="Ikke barnevernet", source="S115", because="undersøkelse"
)
KIN = BrokenRule(id="inhabil", title="Ikke inhabil", source="fvl. § 6", because="slektning")
OVERRIDE = Override(rule="barnevern_undersokelse", reason="Hun har fulgt familien i fire år.")
STOPPED = replace(
    WHOLE,
    suggested=suggested("K-2"),
    broken_rules=(PHASE,),
    may_be_set_aside=frozenset({"barnevern_undersokelse"}),
)


def test_a_choice_that_no_rule_stops_needs_nothing() -> None:
    assert lacks(GATE, WHOLE) == ""


def test_each_rule_that_is_set_aside_is_named_with_its_source() -> None:
    assert "«Ikke barnevernet» (S115)" in lacks(GATE, STOPPED)
    assert lacks(GATE, decided(STOPPED, overrides=(OVERRIDE,))) == ""


def test_an_empty_reason_or_one_for_another_rule_is_none() -> None:
    blank = OVERRIDE.model_copy(update={"reason": " "})
    other = OVERRIDE.model_copy(update={"rule": "opplaering"})
    assert lacks(GATE, decided(STOPPED, overrides=(blank, other))) != ""


def test_a_rule_that_can_not_be_set_aside_stops_whatever_is_written() -> None:
    both = replace(STOPPED, broken_rules=(PHASE, KIN))
    told = lacks(GATE, decided(both, overrides=(OVERRIDE, Override(rule="inhabil", reason="x"))))
    assert "ikke kan fravikes: «Ikke inhabil» (fvl. § 6)" in told
    assert "barnevernet" not in told


def test_a_choice_without_a_round_is_stopped_all_the_same() -> None:
    assert lacks(GATE, replace(STOPPED, suggested=None)) == lacks(GATE, STOPPED) != ""
