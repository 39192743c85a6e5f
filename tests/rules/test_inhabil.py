"""Not inhabil: kin, foster family, own case, or decides the applications (fvl. § 6; S022)."""

import pytest
from hypothesis import given

from matcher.domain.case import Case, Relation
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import RelationKind
from matcher.rules.inhabil import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    return not any(
        relation.coordinator == coordinator.id
        and relation.kind.value in ("slektning", "fosterfamilie", "egen sak", "avgjør søknader")
        for relation in case.relations
    )


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("kind", "told", "word"),
    [
        (RelationKind.KIN, False, "slekt"),
        (RelationKind.FOSTER_FAMILY, False, "fosterfamilien"),
        (RelationKind.OWN_CASE, False, "part i saken"),
        (RelationKind.DECIDES_APPLICATIONS, False, "avgjør familiens søknader"),
        (RelationKind.KNOWS_FAMILY, True, "Ingen relasjon"),
        (RelationKind.HAS_DECLINED, True, "Ingen relasjon"),
    ],
)
def test_each_relation_is_named(kind: RelationKind, told: bool, word: str) -> None:
    case = Case(id="S", relations=(Relation(coordinator="K-01", kind=kind),))
    pair = pair_of(case, Coordinator(id="K-01"))
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)


def test_another_persons_relation_binds_only_that_person() -> None:
    case = Case(id="S", relations=(Relation(coordinator="K-02", kind=RelationKind.KIN),))
    assert answer(RULE, pair_of(case, Coordinator(id="K-01"))) is True
