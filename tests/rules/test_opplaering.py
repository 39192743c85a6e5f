"""The coordinator has had the training for the role (S127)."""

from datetime import date

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.rules.opplaering import RULE
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if coordinator.training_date is None:
        return None
    return not coordinator.training_date > ON


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("day", "told", "word"),
    [
        (date(2026, 11, 15), True, "hadde opplæring i rollen 15.11.2026"),
        (date(2026, 11, 16), False, "først 16.11.2026"),
        (None, None, "ikke oppgitt"),
    ],
    ids=["today", "tomorrow", "no date"],
)
def test_training_counts_from_its_day_and_no_date_is_not_known(
    day: date | None, told: bool | None, word: str
) -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", training_date=day))
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)
