"""The consent goes to KE for the journal (S145)."""

from __future__ import annotations

from datetime import timedelta

from matcher.domain.vocabulary import Consent
from matcher.tasks.samtykke_til_ke import KIND
from tests.tasks.ready import KEEPS, NEW, START, due, need, of_case


def test_it_is_sent_for_whoever_begins() -> None:
    assert due(KIND, NEW, due_days=21) == START + timedelta(days=21)


def test_it_is_not_sent_again_where_the_coordinator_goes_on() -> None:
    assert need(KIND, of_case(KEEPS, consent=Consent.GIVEN), due_days=21) is None
    assert need(KIND, of_case(KEEPS, consent=Consent.REFUSED), due_days=21) is not None
