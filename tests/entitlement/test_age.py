"""A child until the month of the eighteenth birthday is over; what isn't known isn't guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.vocabulary import Subject
from matcher.entitlement.age import has_birthday_this_month, under


def is_child(born: date | None, subject: str | None, on: date) -> bool | None:
    return under(
        Case(id="S-1", birth_month=born, subject=None if subject is None else Subject(subject)),
        18,
        on,
    ).holds


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 10, 31), True),
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_born_in_november_2008_is_a_child_through_november_2026(on: date, expected: bool) -> None:
    assert is_child(date(2008, 11, 1), "ungdom", on) is expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("ufødt", True), ("barn", True), ("ungdom", None), ("voksen", False), (None, None)],
)
def test_without_a_birth_month_the_subject_tells_what_it_can(
    subject: str | None, expected: bool | None
) -> None:
    assert is_child(None, subject, date(2026, 11, 21)) is expected


def test_an_unborn_child_is_a_child_after_the_expected_month_too() -> None:
    assert is_child(date(2000, 1, 1), "ufødt", date(2026, 11, 21)) is True


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_once_grown_up_always_grown_up(born: date, on: date) -> None:
    later = date(on.year + 1, on.month, 1)
    assert is_child(born, None, on) or not is_child(born, None, later)


def test_the_birthday_month_is_known_by_the_month_alone() -> None:
    case = Case(id="S-1", birth_month=date(2008, 11, 1))
    assert has_birthday_this_month(case, 18, date(2026, 11, 30))
    assert not has_birthday_this_month(case, 18, date(2026, 10, 31))
