"""The child is heard too, where it is able to form a view (S027, S078; pbrl. § 3-1)."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.vocabulary import Subject
from matcher.gates.barnet_hort import GATE
from tests.gates.settled import AFTER, BEFORE, OPEN, lacks, noted, of_case

UNHEARD = noted(child_heard_on=None)


def test_it_is_noted_with_the_decision_or_in_the_case() -> None:
    assert "ikke notert at barnet er hørt" in lacks(GATE, UNHEARD)
    assert lacks(GATE, noted()) == ""
    assert lacks(GATE, of_case(UNHEARD, child_heard=BEFORE)) == ""
    assert lacks(GATE, noted(child_heard_on=AFTER)) != ""


def test_why_a_child_was_not_heard_is_as_good() -> None:
    assert lacks(GATE, noted(child_heard_on=None, child_not_heard_because=" ")) != ""
    said = "Barnet har ikke språk, og reagerer på nye mennesker."
    assert lacks(GATE, noted(child_heard_on=None, child_not_heard_because=said)) == ""


@pytest.mark.parametrize(
    ("subject", "birth_month", "is_asked_for"),
    [
        (Subject.CHILD, date(2019, 11, 1), True),
        (Subject.CHILD, date(2019, 12, 1), False),
        (Subject.YOUTH, date(2008, 12, 1), True),
        (Subject.YOUTH, date(2008, 11, 1), False),
        (Subject.UNBORN, None, False),
        (Subject.ADULT, None, False),
        (None, date(2016, 1, 1), True),
    ],
    ids=["seven", "nearly seven", "nearly 18", "18", "unborn", "adult", "only the age known"],
)
def test_from_seven_years_until_eighteen(
    subject: Subject | None, birth_month: date | None, is_asked_for: bool
) -> None:
    settling = of_case(UNHEARD, subject=subject, birth_month=birth_month)
    assert bool(lacks(GATE, settling)) is is_asked_for


def test_an_age_that_is_not_known_is_no_reason_to_let_it_be() -> None:
    told = lacks(GATE, of_case(UNHEARD, birth_month=None))
    assert "Alderen er ikke kjent" in told
    assert "fylte 7 år" in told


def test_no_child_is_heard_in_a_choice_that_is_not_made() -> None:
    assert lacks(GATE, OPEN) == ""
