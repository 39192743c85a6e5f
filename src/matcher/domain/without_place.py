"""Blocked address (adressesperre, code 6 or 7): what locates is never taken into a roster.

What isn't there, can't end up in a plan, a letter, a file, a page, a log or the database
(Normen, faktaark 55; GDPR art. 5 (1) c). Named people may see the place, where the municipality has
chosen to keep it under seal; it is a ``HiddenPlace`` then, and never part of a roster. The unit of
an employee is needed to know their leader, and is hidden where it would be told instead.
"""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import WishAbout
from matcher.domain.wording import folded

FEWEST_SPEAKERS = 5
"""A language that fewer cases share, may locate a family. Norwegian health statistics hide
counts under five for the same reason."""


class HiddenPlace(Frozen):
    """What locates a case with a blocked address. It doesn't tell it by being printed."""

    case: str
    area: str | None = Field(default=None, repr=False)
    languages: tuple[str, ...] = Field(default=(), repr=False)
    what_matters: str | None = Field(default=None, repr=False)


def hidden_places(cases: Iterable[Case]) -> tuple[HiddenPlace, ...]:
    """What a file told of where blocked addresses are, by case; none where it told nothing."""
    told = (
        HiddenPlace(
            case=case.id,
            area=case.area,
            languages=case.languages,
            what_matters=case.what_matters,
        )
        for case in cases
        if case.has_blocked_address
    )
    return tuple(
        sorted(
            (one for one in told if one.area or one.languages or one.what_matters),
            key=lambda one: one.case,
        )
    )


def cases_without_place(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases; of those with a blocked address neither area, free text nor a rare language."""
    cases = tuple(cases)
    speakers = Counter(folded(word) for case in cases for word in set(case.languages))
    common = frozenset(word for word, count in speakers.items() if count >= FEWEST_SPEAKERS)
    return tuple(_without_place(c, common) if c.has_blocked_address else c for c in cases)


def coordinator_without_place(coordinator: Coordinator) -> Coordinator:
    """The coordinator; without an area where their address is blocked."""
    if not coordinator.has_blocked_address or coordinator.area is None:
        return coordinator
    return coordinator.model_copy(update={"area": None})


def _without_place(case: Case, common: frozenset[str]) -> Case:
    return case.model_copy(
        update={
            "area": None,
            "what_matters": None,
            "languages": tuple(word for word in case.languages if folded(word) in common),
            "wishes": tuple(
                wish
                for wish in case.wishes
                if wish.about is not WishAbout.LANGUAGE or folded(wish.value) in common
            ),
        }
    )
