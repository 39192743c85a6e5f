"""How easy a text is to read: LIX and sentence length, counted as Björnsson counted them.

C. H. Björnsson, Läsbarhet (1968): LIX is words a sentence plus the percentage of words with more
than six letters; below 30 is very easy, 30–40 easy, 40–50 medium. A list item or a heading ends
where its line ends, so it counts as a sentence of its own.
"""

import re
from dataclasses import dataclass

EASY_LIX = 40
EASY_WORDS_A_SENTENCE = 15
LONG_WORD_LETTERS = 7

ABBREVIATIONS = re.compile(r"§§? ?[\d–-]+( [a-z]\b)?|\bnr\.")


@dataclass(frozen=True)
class Ease:
    words_a_sentence: float
    long_words_percent: float

    @property
    def lix(self) -> float:
        return self.words_a_sentence + self.long_words_percent


def ease(text: str) -> Ease:
    plain = ABBREVIATIONS.sub(" ", text)
    sentences = [s for s in re.split(r"[.!?:]\s|\n", plain + "\n") if words_of(s)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    long = sum(len(word) >= LONG_WORD_LETTERS for word in words)
    return Ease(len(words) / len(sentences), 100 * long / len(words))


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
