"""A blocked address of either: no geography is used, and it is told without a place."""

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import AddressBlock
from matcher.rules.adressesperre import RULE
from matcher.rules.evaluate import evaluate
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of

BLOCKED = {AddressBlock.CONFIDENTIAL, AddressBlock.STRICTLY_CONFIDENTIAL}


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if case.address_block in BLOCKED or coordinator.address_block in BLOCKED:
        return False
    return None if case.address_block is None else True


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@given(all_pairs())
def test_a_blocked_address_refuses_nobody(pairs: Pairs) -> None:
    assert not evaluate(pairs, PROFILE).refused["adressesperre"].any()


@pytest.mark.parametrize("block", sorted(BLOCKED))
@pytest.mark.parametrize("whose", ["case", "coordinator"])
def test_the_sentence_names_neither_place_nor_person(block: AddressBlock, whose: str) -> None:
    case = Case(id="S", area="Lista", address_block=block if whose == "case" else AddressBlock.NONE)
    coordinator = Coordinator(
        id="K", name="Kari", area="Lista", address_block=block if whose == "coordinator" else None
    )
    pair = pair_of(case, coordinator)
    assert answer(RULE, pair) is False
    because = RULE.because(pair, PROFILE)
    assert "Geografi er ikke brukt" in because
    assert not {"Lista", "Kari", "S", "K"} & set(because.replace(".", "").split())


def test_an_empty_cell_of_the_case_is_asked_about() -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K"))
    assert answer(RULE, pair) is None
    assert "ikke oppgitt" in RULE.because(pair, PROFILE)
