"""The first meeting of the ansvarsgruppe (S064, S150), and consent before it (S144)."""

from __future__ import annotations

from datetime import timedelta

from matcher.domain.vocabulary import Consent
from matcher.tasks.forste_mote import KIND
from tests.tasks.ready import CHANGE, KEEPS, NEW, START, need, of_case


def test_a_case_that_had_nobody_gets_its_first_meeting() -> None:
    needed = need(KIND, of_case(NEW, consent=Consent.GIVEN), due_days=60)
    assert needed is not None
    assert (needed.due, needed.note) == (START + timedelta(days=60), None)


def test_without_consent_it_is_said_that_consent_comes_first() -> None:
    needed = need(KIND, NEW, due_days=60)
    assert needed is not None
    assert "Samtykket må være på plass" in str(needed.note)


def test_a_case_that_had_somebody_has_met_already() -> None:
    assert need(KIND, CHANGE, due_days=60) is None
    assert need(KIND, KEEPS, due_days=60) is None
