"""Roles without a legal claim begin at a BTI level, lower where the need was seen early."""

from datetime import date
from typing import Any

import pytest

from matcher.domain.case import Case
from matcher.entitlement.without_claim import koordinator_without_claim, stafettholder
from matcher.profiles.load import load

ON = date(2026, 11, 21)
OLDER = load("lyngdal-2021")
TWO = [{"service": "PPT"}, {"service": "skole"}]


def case(**facts: Any) -> Case:
    return Case.model_validate({"id": "S-1", "services": TWO} | facts)


@pytest.mark.parametrize(
    ("level", "early", "owed"),
    [
        (3, None, True),
        (2, True, True),
        (1, True, True),
        (1, None, None),
        (2, False, False),
        (0, True, False),
        (None, True, None),
    ],
)
def test_koordinator_uten_rettskrav_from_level_three_or_one_when_seen_early(
    level: int | None, early: bool | None, owed: bool | None
) -> None:
    """S038."""
    asked = case(bti_level=level, found_early=early)
    assert koordinator_without_claim(asked, OLDER, ON).is_owed is owed


def test_one_service_is_no_extensive_coordination() -> None:
    """S007."""
    asked = case(bti_level=3, services=TWO[:1])
    assert koordinator_without_claim(asked, OLDER, ON).is_owed is False


@pytest.mark.parametrize("name", ["lyngdal", "farsund", "as", "rakkestad"])
def test_a_role_that_a_municipality_does_not_have_is_never_given_nor_mentioned(name: str) -> None:
    told = koordinator_without_claim(case(bti_level=3), load(name), ON)
    assert (told.is_owed, told.because) == (False, ())


def test_a_stafettholder_from_level_one_whatever_the_services() -> None:
    """S001, S040."""
    profile = load("lyngdal")
    assert stafettholder(case(bti_level=1, services=[]), profile, ON).is_owed is True
    assert stafettholder(case(bti_level=0), profile, ON).is_owed is False
