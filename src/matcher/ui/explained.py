"""The words of the field, in plain language, where they first meet whoever reads the page."""

import streamlit as st

from matcher.domain.wording import sentence
from matcher.ui.markup import facts
from matcher.ui.texts import say

ROLES = ("explained.barnekoordinator", "explained.koordinator", "explained.stafettholder")
OFFICE = ("explained.koordinerende_enhet",)
FOLLOWED_UP = (
    "explained.stedfortreder",
    "explained.ansvarsgruppe",
    "explained.individuell_plan",
)
IN_DATA = (
    "explained.undersokelse",
    "explained.ordinaer_kontroll",
    "explained.overgang",
    "explained.adressesperre",
)
WEIGHED = ("explained.regel", "explained.vurderingskriterium", "explained.egnethet")


def show_words(*words: str) -> None:
    """A quiet button that opens the words of a page, each with what it means.

    Each text is the word, a colon, and its meaning.
    """
    told = (say(word).partition(": ") for word in words)
    with st.popover(say("explained.title"), type="tertiary"):
        st.html(facts((word, sentence(meaning)) for word, _, meaning in told))
