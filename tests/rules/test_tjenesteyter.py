"""A coordinator is a service provider (S069, S125)."""

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Service
from matcher.rules.tjenesteyter import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if coordinator.service is None:
        return None
    return coordinator.service is not Service.SERVICE_OFFICE


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("service", "told", "word"),
    [
        (Service.SERVICE_OFFICE, False, "tjenestekontor, som ikke"),
        (Service.HOME_CARE, True, "hjemmetjeneste"),
        (None, None, "ikke oppgitt"),
    ],
)
def test_who_only_handles_applications_is_no_provider(
    service: Service | None, told: bool | None, word: str
) -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=service))
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)
