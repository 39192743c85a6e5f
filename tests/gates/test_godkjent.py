"""Those who are to choose together, have all said yes (S024)."""

from __future__ import annotations

from matcher.domain.groundwork import Approval
from matcher.gates.godkjent import GATE
from tests.gates.settled import AFTER, LINES, ON, OPEN, WHOLE, lacks, noted


def test_everybody_has_said_yes() -> None:
    assert lacks(GATE, WHOLE) == ""


def test_those_who_have_not_are_named() -> None:
    told = lacks(GATE, noted(approvals=()))
    assert told == "Godkjenning mangler fra Servicesenteret og virksomhetsleder."
    one = (Approval(by=" servicesenteret ", person="anne", on=ON),)
    assert lacks(GATE, noted(approvals=one)) == "Godkjenning mangler fra virksomhetsleder."


def test_a_yes_to_come_is_none_yet() -> None:
    late = tuple(Approval(by=by, person="a", on=AFTER) for by in LINES.godkjent.approvers)
    assert lacks(GATE, noted(approvals=late)) != ""


def test_nobody_approves_that_a_case_stays_open() -> None:
    assert lacks(GATE, OPEN) == ""
