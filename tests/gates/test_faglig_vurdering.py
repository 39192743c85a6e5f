"""A professional assessment lies behind the choice, and is written down (S025, S077)."""

from __future__ import annotations

import pytest

from matcher.gates.faglig_vurdering import GATE
from tests.gates.settled import OPEN, WHOLE, lacks, noted


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_it_is_missing_where_nothing_is_written(text: str | None) -> None:
    assert "ikke skrevet" in lacks(GATE, noted(assessment=text))


def test_words_are_enough() -> None:
    assert lacks(GATE, WHOLE) == ""


def test_none_is_asked_for_where_the_case_stays_open() -> None:
    assert lacks(GATE, OPEN) == ""
