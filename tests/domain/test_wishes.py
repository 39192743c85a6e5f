"""Whether a coordinator is what a wish is about."""

from hypothesis import given

from matcher.domain.pairs import Pairs, as_verdict
from matcher.domain.wishes import is_about, wish_rows
from tests.strategies import all_pairs


@given(all_pairs())
def test_a_row_answers_a_wish_as_each_coordinator_alone(pairs: Pairs) -> None:
    row = wish_rows(pairs)
    for case in pairs.cases:
        for wish in case.wishes:
            assert row(wish).tolist() == [
                as_verdict(is_about(wish, coordinator)) for coordinator in pairs.coordinators
            ]
