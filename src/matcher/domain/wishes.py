"""Whether a coordinator is what a wish is about, whether the wish is for or against."""

from collections.abc import Callable
from functools import cache

import numpy as np

from matcher.domain.case import Wish
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import MET, NOT_MET, Pairs, Verdicts, as_verdict
from matcher.domain.vocabulary import WishAbout
from matcher.domain.wording import folded


def is_about(wish: Wish, coordinator: Coordinator) -> bool | None:
    """Whether the coordinator is the person, or has the service, language or gender."""
    match wish.about:
        case WishAbout.COORDINATOR:
            return coordinator.id == wish.value
        case WishAbout.SERVICE:
            return _same(coordinator.service, wish.value)
        case WishAbout.GENDER:
            return _same(coordinator.gender, wish.value)
        case WishAbout.LANGUAGE:
            if not coordinator.languages:
                return None
            return folded(wish.value) in map(folded, coordinator.languages)


def _same(fact: str | None, value: str) -> bool | None:
    return None if fact is None else folded(fact) == folded(value)


def in_words(wish: Wish) -> str:
    """What a wish is about, as it follows «ønsker»; a wished person is the one looked at."""
    value = wish.value.strip()
    match wish.about:
        case WishAbout.COORDINATOR:
            return "denne koordinatoren"
        case WishAbout.SERVICE:
            return f"en koordinator fra {value}"
        case WishAbout.GENDER:
            return f"en koordinator som er {value}"
        case WishAbout.LANGUAGE:
            return f"en koordinator som snakker {value}"


def wish_rows(pairs: Pairs) -> Callable[[Wish], Verdicts]:
    """A function that answers a wish for all coordinators at once, as a row of m verdicts."""

    @cache
    def row_of(about: WishAbout, value: str) -> Verdicts:
        wish = Wish(wanted=True, about=about, value=value)
        return np.array([as_verdict(is_about(wish, c)) for c in pairs.coordinators], np.int8)

    def row(wish: Wish) -> Verdicts:
        if wish.about is not WishAbout.COORDINATOR:
            return row_of(wish.about, wish.value)
        person = np.full(len(pairs.coordinators), NOT_MET, np.int8)
        if (j := pairs.coordinator_index.get(wish.value)) is not None:
            person[j] = MET
        return person

    return row
