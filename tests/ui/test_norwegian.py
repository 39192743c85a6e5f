from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.ui.norwegian import NO_BREAK, day, hours, number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (7.5, "7,5"),
        (12.0, "12"),
        (1234.56, f"1{NO_BREAK}234,6"),
        (-3.25, "−3,2"),
        (-0.01, "0"),
        (None, "ikke kjent"),
    ],
)
def test_a_number_is_written_as_norwegians_write_it(value: float | None, written: str) -> None:
    assert number(value) == written


@given(st.floats(-1e6, 1e6))
def test_a_written_number_is_the_number_it_was(value: float) -> None:
    read = float(number(value, 3).replace(NO_BREAK, "").replace("−", "-").replace(",", "."))
    assert read == pytest.approx(value, abs=0.00051)


def test_what_is_not_known_is_said_and_never_zero() -> None:
    assert hours(None) == day(None) == "ikke kjent"
    assert hours(0) == f"0{NO_BREAK}timer"
    assert day(date(2026, 3, 1)) == "01.03.2026"
