"""Nothing is final silently: what is missing is told, all at once, with its source."""

from __future__ import annotations

import pytest

from matcher.domain.decision import Decision
from matcher.domain.finding import Severity
from matcher.domain.groundwork import Groundwork
from matcher.gates import GATES
from matcher.gates.evaluate import may_be_final, missing
from matcher.profiles.gate_lines import GateLines, Godkjent
from matcher.profiles.line import Mode
from tests.gates.settled import CHECKED, LINES, OPEN, WHOLE, decided

BARE = decided(WHOLE, groundwork=Groundwork(), coordinator="K-2", stand_in=None)


def with_mode(mode: Mode) -> GateLines:
    return LINES.model_copy(
        update={
            name: getattr(LINES, name).model_copy(update={"mode": mode})
            for name in GateLines.model_fields
        }
    )


def test_gates_are_told_in_the_order_of_the_profile_and_each_has_its_line() -> None:
    assert [gate.id for gate in GATES] == list(GateLines.model_fields)
    assert all(gate.title != gate.id for gate in GATES)


def test_a_decision_with_all_its_groundwork_lacks_nothing() -> None:
    assert missing(WHOLE, LINES) == ()
    assert may_be_final(WHOLE, LINES)
    assert may_be_final(OPEN, LINES)


def test_everything_that_is_missing_is_told_at_once_with_its_source() -> None:
    found = missing(BARE, LINES)
    assert [one.code for one in found] == [
        "gate.begrunnelse",
        "gate.bruker_hort",
        "gate.barnet_hort",
        "gate.kandidat_spurt",
        "gate.timer_avklart",
        "gate.stedfortreder",
        "gate.faglig_vurdering",
        "gate.godkjent",
    ]
    assert {one.subject for one in found} == {"S-1"}
    assert [one.source for one in found] == [
        "S025, S077",
        "S078, S101",
        "pbrl. § 3-1",
        "S100",
        "S074",
        "S033",
        "S077",
        "S024",
    ]
    assert not may_be_final(BARE, LINES)


def test_a_gate_that_warns_stops_nothing_and_one_that_is_off_says_nothing() -> None:
    warned = missing(BARE, with_mode(Mode.WARN))
    assert {one.severity for one in warned} == {Severity.WARNING}
    assert may_be_final(BARE, with_mode(Mode.WARN))
    assert missing(BARE, with_mode(Mode.OFF)) == ()


def test_an_approval_that_is_asked_for_of_nobody_is_a_fault_of_the_profile() -> None:
    with pytest.raises(ValueError, match="approvers mangler"):
        Godkjent(mode=Mode.REFUSE, statements=("S024",), checked=CHECKED)
    Godkjent(mode=Mode.OFF, statements=("S024",), checked=CHECKED)


def test_a_decision_is_kept_with_its_groundwork() -> None:
    text = WHOLE.decision.model_dump_json()
    assert Decision.model_validate_json(text) == WHOLE.decision
