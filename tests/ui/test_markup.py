import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.ui.markup import div, element, facts, joined, plain, spoken, table, verbatim

HOSTILE = "<img src=x onerror=alert(1)>&\"'"


def test_what_comes_from_a_file_is_escaped_once_and_everywhere() -> None:
    pieces = [
        div(HOSTILE),
        facts([(HOSTILE, HOSTILE)]),
        table(HOSTILE, [HOSTILE], [[HOSTILE]]),
        joined([HOSTILE, element("b", HOSTILE)], HOSTILE),
        div("x", title=HOSTILE),
    ]
    for piece in pieces:
        assert "<img" not in piece
        assert "&lt;img" in piece
        assert "&amp;lt;" not in piece


@pytest.mark.parametrize("one_word", ["S-001", "K-12", "§ 7-2 a", "§ 2-5"])
def test_an_id_and_a_paragraph_of_law_are_never_broken_at_the_hyphen(one_word: str) -> None:
    for piece in (div(f"Kari ({one_word}), her"), div(verbatim(f"Kari ({one_word}), her"))):
        assert f'Kari (<span class="km-whole">{one_word}</span>), her' in piece
    assert "km-whole" not in div("BTI-kompetanse 3-4, X-ID-1")


def test_a_table_has_headings_that_a_listener_is_told_and_each_cell_its_own() -> None:
    told = table("Feil", ["Hvor", "Timer & mer"], [["Saker, rad 2", "7,5"]], numeric=(1,))
    assert '<th scope="col" role="columnheader">Hvor</th>' in told
    assert 'scope="row" role="rowheader">Saker, rad 2</th>' in told
    assert '<td class="km-number" role="cell" data-heading="Timer &amp; mer">7,5</td>' in told
    assert 'aria-label="Feil"' in told


@given(st.text(alphabet="*_[]()`#!:$~a1 ", max_size=20))
def test_a_label_from_a_file_is_never_read_as_markdown(text: str) -> None:
    shown = plain(text)
    assert "![" not in shown
    assert "](" not in shown
    assert shown.replace("\\", "") == text


@given(st.text(alphabet="*_[]()`#!:$~/<a1 ", max_size=20))
def test_a_label_that_is_read_aloud_has_neither_markdown_nor_marks_against_it(text: str) -> None:
    assert not set(spoken(text)) & set("\\`*_[]<~$#")
    assert not re.search(r":\S", spoken(text))


def test_what_people_are_called_is_read_aloud_as_it_is() -> None:
    assert spoken("S-001: Åse Nes (K-05). Ny") == "S-001: Åse Nes (K-05). Ny"
