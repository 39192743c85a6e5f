"""National identity numbers stop an import; ordinary numbers don't.

The numbers are made here, of days and check digits, and belong to nobody in particular: synthetic
ones (month + 80) wherever the kind of number doesn't matter.
"""

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer

from matcher.exchange import read
from matcher.exchange.national_ids import columns_with_national_ids, is_national_id
from matcher.exchange.table import Table
from tests.exchange.made_workbooks import ON, csv_bytes, errors, imported, the, zipped


def number(day: int, month: int, year: int = 80, individual: int = 100) -> str:
    """The first valid number of a day, from an individual number on."""
    for tried in count(individual):
        digits = f"{day:02}{month:02}{year:02}{tried:03}"
        digits += fodselsnummer.calc_check_digit1(digits)
        digits += fodselsnummer.calc_check_digit2(digits)
        if len(digits) == 11:
            return digits
    raise AssertionError


SYNTHETIC = number(14, 87)
LOST_ZERO = number(5, 87)


@pytest.mark.parametrize(
    "digits",
    [number(14, 7), number(14 + 40, 7), number(14, 7 + 40), number(14, 87), number(14 + 40, 87)],
    ids=["ordinary", "D-number", "H-number", "synthetic", "synthetic D-number"],
)
def test_every_kind_of_number_is_known(digits: str) -> None:
    assert is_national_id(digits)


@pytest.mark.parametrize("digits", [number(32, 87), number(14, 13), number(14, 99), "0" * 11])
def test_a_number_without_a_day_is_not_one(digits: str) -> None:
    assert not is_national_id(digits)


@given(st.dates(date(1940, 1, 1), date(1999, 12, 31)), st.integers(0, 10))
def test_one_wrong_check_digit_makes_it_another_number(born: date, wrong: int) -> None:
    digits = number(born.day, born.month + 80, born.year % 100)
    assert is_national_id(digits)
    changed = str((int(digits[10]) + 1 + wrong % 9) % 10)
    assert not is_national_id(digits[:10] + changed)


@pytest.mark.parametrize(
    "cell",
    [
        SYNTHETIC,
        int(SYNTHETIC),
        float(SYNTHETIC),
        f"{SYNTHETIC[:6]} {SYNTHETIC[6:]}",
        f"{SYNTHETIC[:2]}.{SYNTHETIC[2:4]}.{SYNTHETIC[4:6]} {SYNTHETIC[6:]}",
        f"mor ({SYNTHETIC}) ringte",
        f"S{SYNTHETIC}",
        int(LOST_ZERO),
    ],
)
@pytest.mark.parametrize("heading", ["Sak", "Hva er viktig", "Fnr", "Mottatt"])
def test_one_number_anywhere_stops_the_import_and_is_not_repeated(heading: str, cell: Any) -> None:
    result = imported(Saker=[["Språk", heading], ["norsk", cell]])
    assert errors(result) == [("national_id", "Saker!B")]
    assert f"Arket Saker, kolonnen «{heading}» (B)" in result.findings[0].message
    assert not result.roster.cases
    assert result.rejected_workbook is None
    told = "".join(str(finding) for finding in result.findings)
    assert SYNTHETIC not in told
    assert SYNTHETIC[6:] not in told


def test_sheets_that_are_not_used_are_searched_too() -> None:
    assert errors(imported(Notater=[["hei"], [SYNTHETIC]])) == [("national_id", "Notater!A")]


def test_a_number_as_heading_is_not_repeated_either() -> None:
    result = imported(Notater=[[SYNTHETIC]])
    assert "Arket Notater, kolonne A, " in the(result, "national_id").message


def test_every_column_is_told() -> None:
    result = imported(Saker=[["Sak", "Familie"], [SYNTHETIC, SYNTHETIC]])
    assert [subject for _, subject in errors(result)] == ["Saker!A", "Saker!B"]


def test_numbers_in_csv_are_found() -> None:
    parts = {"Saker.csv": csv_bytes(["Sak", SYNTHETIC])}
    assert errors(read("a.zip", zipped(parts), ON)) == [("national_id", "Saker!A")]


def test_a_column_of_numbers_that_lost_their_zero_is_found() -> None:
    cells = [(int(number(day, 87, individual=n)),) for day in (1, 2, 9) for n in (100, 200, 300)]
    assert columns_with_national_ids(Table("Saker", (("Sak",), *cells))) == (0,)


def test_running_numbers_of_ten_digits_are_not_taken_for_it() -> None:
    """2026000001, 2026000002 …: by chance some have valid check digits after a lost zero."""
    cells = [(2026000000 + n,) for n in range(2000)]
    assert any(is_national_id(f"0{cell}") for (cell,) in cells)
    assert columns_with_national_ids(Table("Saker", (("Sak",), *cells))) == ()


@pytest.mark.parametrize(
    "cell", ["91234567", "+47 912 34 567", "987654321", "2026/123456", SYNTHETIC + "1", 7.5, 10**15]
)
def test_ordinary_numbers_are_left_alone(cell: Any) -> None:
    assert columns_with_national_ids(Table("Saker", ((cell,),))) == ()
