"""All criteria on all pairs: the fit is the weighted mean of what is known."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given

from matcher.criteria import CRITERIA
from matcher.criteria.criterion import percent, percent_of
from matcher.criteria.evaluate import criterion_scores, evaluate
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import NOT_KNOWN, Pairs
from matcher.profiles.criterion_lines import CriterionLines
from tests.example_profile import example_profile
from tests.strategies import all_pairs, one_pair
from tests.twins import PROFILE, pair_of, pairs_of


@given(all_pairs())
def test_fit_is_the_weighted_mean_of_the_known_criteria_a_half_rounded_up(pairs: Pairs) -> None:
    results = evaluate(pairs, PROFILE)
    for i, case in enumerate(pairs.cases):
        for j, coordinator in enumerate(pairs.coordinators):
            told = criterion_scores(pairs.only(case.id, coordinator.id), PROFILE)
            known = [(one.score, one.weight) for one in told if one.score is not None]
            weight = sum(weight for _, weight in known)
            mean = Fraction(sum(s * w for s, w in known), weight) if weight else Fraction(0)
            assert results.fit[i, j] == floor(mean + Fraction(1, 2))
            assert results.known_weight[i, j] == weight


@given(one_pair())
def test_each_criterion_in_use_is_told_in_order_with_its_weight(pair: Pairs) -> None:
    told = criterion_scores(pair, PROFILE)
    assert [one.id for one in told] == [criterion.id for criterion in CRITERIA]
    assert sum(one.weight for one in told) == 100
    assert all(one.because.endswith((".", "?")) for one in told)
    assert [one.title for one in told] == [
        field.title for field in CriterionLines.model_fields.values()
    ]


def test_a_criterion_without_weight_is_left_out() -> None:
    profile = example_profile(criteria={"onske": {"weight": 40}, "omrade": {"weight": 0}})
    pair = pair_of(Case(id="S", area="Nord"), Coordinator(id="K", area="Nord"))
    assert "omrade" in evaluate(pair, PROFILE).scores
    assert "omrade" not in evaluate(pair, profile).scores
    assert "omrade" not in [one.id for one in criterion_scores(pair, profile)]


def test_nothing_known_fits_nothing_and_says_so() -> None:
    """Stability always has an answer, so it is taken out of use."""
    profile = example_profile(criteria={"onske": {"weight": 40}, "stabilitet": {"weight": 0}})
    results = evaluate(pair_of(Case(id="S"), Coordinator(id="K")), profile)
    assert results.fit[0, 0] == results.known_weight[0, 0] == 0


@pytest.mark.parametrize(("n", "m"), [(0, 3), (3, 0), (0, 0)])
def test_a_round_without_cases_or_coordinators_is_answered(n: int, m: int) -> None:
    results = evaluate(pairs_of(n, m), PROFILE)
    assert results.fit.shape == results.known_weight.shape == (n, m)
    assert all(scores.dtype == np.int8 for scores in results.scores.values())


def test_percent_rounds_a_half_up_and_knows_nothing_of_nothing() -> None:
    part = np.array([0, 1, 1, 2, 5, 127, 9_999_999, 0], np.int32)
    whole = np.array([3, 3, 200, 3, 8, 127, 10_000_000, 0], np.int32)
    assert percent(part, whole).tolist() == [0, 33, 1, 67, 63, 100, 100, NOT_KNOWN]
    assert percent(np.array([50], np.int8), np.array([100], np.int8)).tolist() == [50]
    assert [percent_of(Fraction(n, 8)) for n in range(9)] == [0, 13, 25, 38, 50, 63, 75, 88, 100]
