"""The words of the field are explained on the page, in plain language."""

import pytest

from matcher.letters.language import Language
from matcher.services import Services
from matcher.ui import explained
from matcher.ui.texts import catalogue
from tests.ui.hand_made import HandMade
from tests.ui.pages import before_round, parts, shown, text

EVERY = (
    *explained.ROLES, *explained.OFFICE, *explained.FOLLOWED_UP, *explained.IN_DATA,
    *explained.WEIGHED,
)  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_every_word_has_a_meaning_of_one_or_two_sentences(language: Language) -> None:
    for word in EVERY:
        named, _, means = catalogue(language)[word].partition(": ")
        assert 2 < len(named) < 70
        assert means.endswith(".")
        assert means.count(". ") <= 1


@pytest.mark.parametrize(("page", "word"), [("data", "Undersøkelse"), ("rules", "Egnethet")])
def test_the_words_of_a_page_are_at_hand_on_it(hand_made: HandMade, page: str, word: str) -> None:
    services: Services = hand_made
    app = shown(page, services, before_round(services))
    assert f"<dt>{word}</dt>" in text(app)
    assert [one.proto.popover.label for one in parts(app, "popover")] == ["Hva betyr ordene?"]
