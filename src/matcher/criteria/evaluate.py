"""All criteria on all pairs, under a profile's weights: how well each pair fits."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.criteria import CRITERIA
from matcher.criteria.criterion import Criterion, percent
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.plan import CriterionScore
from matcher.profiles.profile import Profile


@dataclass(frozen=True)
class FitResults:
    """What the criteria in use say of every pair."""

    scores: dict[str, Scores]
    """n × m by criterion id; a criterion of weight 0 is not here."""
    fit: NDArray[np.int16]
    """n × m whole points 0–100: the weighted mean of the criteria that are known for the pair,
    a half rounded up; 0 where none is known."""
    known_weight: NDArray[np.int16]
    """n × m: how many of the 100 points of weight the fit rests on."""

    def of_pair(self, i: int, j: int) -> dict[str, int]:
        """The scores of one pair by criterion id."""
        return {id_: int(scores[i, j]) for id_, scores in self.scores.items()}


def evaluate(pairs: Pairs, profile: Profile) -> FitResults:
    """Ask every criterion in use of every pair."""
    scores = {
        criterion.id: np.broadcast_to(criterion.scores(pairs, profile), pairs.shape)
        for criterion in in_use(profile)
    }
    points = np.zeros(pairs.shape, np.int32)
    known_weight = np.zeros(pairs.shape, np.int16)
    for criterion_id, answers in scores.items():
        weight, is_known = weight_of(criterion_id, profile), answers != NOT_KNOWN
        points += np.where(is_known, answers, 0) * np.int32(weight)
        known_weight += is_known * np.int16(weight)
    fit = np.maximum(percent(points, np.int32(100) * known_weight), 0).astype(np.int16)
    return FitResults(scores, fit, known_weight)


def in_use(profile: Profile) -> tuple[Criterion, ...]:
    """The criteria that weigh something, in the order they are told."""
    return tuple(criterion for criterion in CRITERIA if weight_of(criterion.id, profile))


def weight_of(criterion_id: str, profile: Profile) -> int:
    """A criterion's share of the total fit, in points of 100."""
    weight: int = getattr(profile.criteria, criterion_id).weight
    return weight


def criterion_scores(
    pair: Pairs, profile: Profile, scores: Mapping[str, int] | None = None
) -> tuple[CriterionScore, ...]:
    """Each criterion in use of a 1 × 1 slice, with its weight and the facts it stands on.

    ``scores`` are the pair's, where a round has asked for them already.
    """
    if scores is None:
        scores = evaluate(pair, profile).of_pair(0, 0)
    return tuple(
        CriterionScore(
            id=criterion.id,
            title=criterion.title,
            score=None if (score := scores[criterion.id]) == NOT_KNOWN else score,
            weight=weight_of(criterion.id, profile),
            because=criterion.because(pair, profile),
        )
        for criterion in in_use(profile)
    )
