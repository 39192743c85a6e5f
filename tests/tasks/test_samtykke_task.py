"""Consent is obtained, and for whom it holds (S010, S012)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matcher.domain.vocabulary import Consent, Service
from matcher.tasks.samtykke import KIND
from tests.tasks.ready import NEW, START, need, of_case


def test_consent_that_says_for_whom_is_enough() -> None:
    given = of_case(NEW, consent=Consent.GIVEN, consent_scope=(Service.SCHOOL,))
    assert need(KIND, given, due_days=14) is None


@pytest.mark.parametrize(
    ("consent", "note"),
    [
        (None, None),
        (Consent.NOT_ASKED, None),
        (Consent.GIVEN, "hvem det gjelder for"),
        (Consent.PARTIAL, "bare noen tjenester"),
        (Consent.REFUSED, "Ingenting deles"),
    ],
)
def test_all_other_consent_is_followed_up(consent: Consent | None, note: str | None) -> None:
    needed = need(KIND, of_case(NEW, consent=consent), due_days=14)
    assert needed is not None
    assert needed.due == START + timedelta(days=14)
    assert note is None if needed.note is None else note is not None and note in needed.note
