"""The words of the field are explained on the page, in plain language."""

import pytest

from matcher.letters.language import Language
from matcher.ui import explained
from matcher.ui.texts import catalogue
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, parts, shown, text

EVERY = (
    *explained.ROLES, *explained.OFFICE, *explained.FOLLOWED_UP, *explained.IN_DATA,
    *explained.WEIGHED,
)  # fmt: skip
NAME = "Hva betyr ordene?"


@pytest.mark.parametrize("language", Language)
def test_every_word_has_a_meaning_of_one_or_two_sentences(language: Language) -> None:
    for word in EVERY:
        named, _, means = catalogue(language)[word].partition(": ")
        assert 2 < len(named) < 70
        assert means.endswith(".")
        assert means.count(". ") <= 1


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ("data", "Undersøkelse"),
        ("rules", "Egnethet"),
        ("round", "Barnekoordinator"),
        ("case", "Stedfortreder"),
    ],
)
def test_the_words_of_a_page_are_at_hand_on_it(hand_made: HandMade, page: str, word: str) -> None:
    app = shown(page, hand_made, after_round(hand_made))
    assert f"<dt>{word}</dt>" in text(app)
    assert NAME in [one.proto.popover.label for one in parts(app, "popover")]


def test_on_a_wall_there_is_nothing_to_unfold(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made), prosjektor="true")
    assert NAME not in [one.proto.popover.label for one in parts(app, "popover")]
