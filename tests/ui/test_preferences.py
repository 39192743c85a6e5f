from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from matcher.letters.language import Language
from matcher.ui.preferences import Look, Preferences, Type, read, usual


@pytest.mark.parametrize(("language", "look", "type_"), [*product(Language, Look, Type)])
def test_what_the_cookie_holds_is_what_was_chosen(
    language: Language, look: Look, type_: Type
) -> None:
    chosen = Preferences(language, look, type_)
    assert read(str(chosen)) == chosen


def test_the_cookie_tells_nothing_but_three_words_of_ours() -> None:
    assert str(Preferences(Language.ENGLISH, Look.DARK, Type.LARGE)) == "en.dark.large"


@pytest.mark.parametrize("kept", ["", "nn", "nn.dark", "nn.dark.huge", "nn.dark.large.x", "NN"])
def test_anything_else_in_the_cookie_is_as_if_nothing_was_chosen(kept: str) -> None:
    assert read(kept) == usual()


def test_the_municipality_decides_the_language_until_somebody_chooses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MATCHER_LANGUAGE", "nn")
    assert usual().language is Language.NYNORSK
    monkeypatch.setenv("MATCHER_LANGUAGE", "klingon")
    assert usual().language is Language.BOKMAL


def test_a_part_that_repeats_itself_speaks_the_language_of_its_page() -> None:
    app = AppTest.from_function(_page_with_a_fragment).run()
    app.radio[0].set_value("en").run()
    assert [each.value for each in app.text] == ["Round"]


def _page_with_a_fragment() -> None:
    """Run by the harness as text of its own, so it imports what it needs."""
    import streamlit as st  # noqa: PLC0415

    from matcher.letters.language import Language  # noqa: PLC0415
    from matcher.ui.preferences import prefer  # noqa: PLC0415
    from matcher.ui.texts import say  # noqa: PLC0415

    chosen = st.radio(
        "language", ["nb", "en"], key="it", on_change=lambda: prefer(Language(st.session_state.it))
    )

    @st.fragment
    def part() -> None:
        st.text(say("round.title"))

    part()
    assert chosen
