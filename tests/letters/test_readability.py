"""A letter is easy to read (språklova § 9), counted on what is read, not on headings and heads.

Below 40 is easy on Björnsson's scale (see reading_ease.py). The bound of 15 words a sentence is our
own: LIX alone would let long sentences of short words through.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.letters import (
    Letter,
    LetterError,
    LetterKind,
    family_letter,
    letter,
)
from matcher.letters.document import Kind
from matcher.profiles.load import load
from tests.explain.rounds import plan, roster
from tests.letters.reading_ease import EASY_LIX, EASY_WORDS_A_SENTENCE, ease

PROFILES = ("as", "farsund", "lyngdal", "lyngdal-2021", "rakkestad")


def letters(profile: str, language: str) -> Iterator[tuple[str, Letter]]:
    answer, rows, chosen = plan(profile), roster(profile), load(profile)
    for told in answer.cases:
        if told.coordinator is not None:
            for kind in LetterKind:
                yield kind, letter(kind, answer, rows, chosen, told.case, language)


def read(written: Letter) -> str:
    """The paragraphs and list items."""
    blocks = written.document.blocks
    lines = (line for block in blocks for line in (block.text, *block.items))
    headings = {block.text for block in blocks if block.kind is Kind.HEADING}
    return "\n".join([written.document.note, *(line for line in lines if line not in headings)])


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("profile", PROFILES)
def test_every_letter_is_easy_to_read(profile: str, language: str) -> None:
    counted = [(kind, ease(read(written))) for kind, written in letters(profile, language)]
    assert len(counted) >= 20
    assert [
        (kind, found)
        for kind, found in counted
        if found.lix >= EASY_LIX or found.words_a_sentence >= EASY_WORDS_A_SENTENCE
    ] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_no_sentence_to_a_family_is_long(profile: str) -> None:
    """At most 25 words in the longest, the list of services in a consent left out."""
    answer, rows, chosen = plan(profile), roster(profile), load(profile)
    for told in answer.cases:
        try:
            written = family_letter(answer, rows, chosen, told.case, "nb")
        except LetterError:
            continue
        for line in read(written).split("\n"):
            for sentence in line.replace("Det gjelder disse:", "").split(". "):
                if "tjeneste" not in sentence:
                    assert len(sentence.split()) <= 25, sentence


def test_lix_of_a_text_counted_by_hand() -> None:
    """Two sentences of three words, one of six words long: 3 + 100 / 6."""
    found = ease("Hun er her. Koordinator er du.")
    assert found.words_a_sentence == 3
    assert found.lix == pytest.approx(3 + 100 / 6)


def test_office_prose_is_not_easy() -> None:
    """So the bound can be broken."""
    heavy = (
        "Kommunens koordinerende enhet har, under henvisning til helse- og omsorgstjenestelovens "
        "bestemmelser om tildeling av individuell koordinering, foretatt en helhetlig vurdering."
    )
    assert ease(heavy).lix > EASY_LIX
