"""Why a suggestion fits, in one line: what counts most for it and against it."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.domain.plan import Suggestion

FOR, AGAINST = 60, 30
"""A criterion with so many points or more speaks for a choice; with so few or less, against it."""
NAMED = 3
"""So many criteria are named each way, those that count most first."""


def in_short(suggestion: Suggestion) -> str:
    """The fit, and the criteria that count most.

    They are only named: what they stand on may tell where somebody is.
    """
    known = [(one, one.score) for one in suggestion.criteria if one.score is not None]
    fors = {one.title: one.weight * score for one, score in known if score >= FOR}
    against = {one.title: one.weight * (100 - score) for one, score in known if score <= AGAINST}
    parts = [f"Egnethet {suggestion.fit} av 100."]
    parts += [f"For: {told}."] if (told := _heaviest(fors)) else []
    parts += [f"Mot: {told}."] if (told := _heaviest(against)) else []
    return " ".join(parts)


def _heaviest(weights: Mapping[str, int]) -> str:
    counted = {title: weight for title, weight in weights.items() if weight}
    titles = sorted(counted, key=lambda title: (-counted[title], title))
    return ", ".join(map(_inside_a_sentence, titles[:NAMED]))


def _inside_a_sentence(title: str) -> str:
    """Without its capital, unless it is all capitals, as BTI."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
