"""What a criterion (vurderingskriterium) is: how well does this pair fit?"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np
from numpy.typing import NDArray

from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.profile import Profile

Whole = NDArray[np.signedinteger]
"""Whole numbers of a shape that spreads over n × m."""


@dataclass(frozen=True)
class Criterion:
    """One criterion, said once for all pairs.

    ``id`` is the module's name, and the key of its line in a profile.
    ``scores`` answers 0–100 in a shape that spreads over n × m, or ``NOT_KNOWN`` where a fact
    is missing or the criterion has nothing to say of the pair; then it is left out of that
    pair's weighing.
    ``because`` names the facts of a 1 × 1 slice in one or two Norwegian sentences.
    """

    id: str
    scores: Callable[[Pairs, Profile], Scores]
    because: Callable[[Pairs, Profile], str]

    @property
    def title(self) -> str:
        """The criterion's Norwegian name: that of its line in a profile."""
        return CriterionLines.model_fields[self.id].title or self.id


def percent(part: Whole, whole: Whole) -> Scores:
    """How much of the whole the part is, in whole percent, a half rounded up.

    ``part`` is from 0 to ``whole``, and both at most ten million. A whole of 0 is ``NOT_KNOWN``:
    there was nothing to measure. Reckoned in whole numbers, so that the same facts give the
    same score everywhere.
    """
    something = np.maximum(whole, 1).astype(np.int32)
    rounded = (200 * part.astype(np.int32) + something) // (2 * something)
    return np.where(whole > 0, rounded, NOT_KNOWN).astype(np.int8)


def percent_of(share: Fraction) -> int:
    """A share from 0 to 1 in whole percent, a half rounded up."""
    return floor(100 * share + Fraction(1, 2))
