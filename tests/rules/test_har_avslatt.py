"""Not the one who was asked and has declined this case (S100)."""

from hypothesis import given

from matcher.domain.case import Case, Relation
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import RelationKind
from matcher.rules.har_avslatt import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    return (coordinator.id, "har avslått") not in [
        (relation.coordinator, relation.kind.value) for relation in case.relations
    ]


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


def test_only_the_one_who_declined_is_passed_over() -> None:
    declined = Relation(coordinator="K-01", kind=RelationKind.HAS_DECLINED)
    case = Case(id="S", relations=(declined,))
    first = pair_of(case, Coordinator(id="K-01"))
    second = pair_of(case, Coordinator(id="K-02"))
    assert answer(RULE, first) is False
    assert "har takket nei" in RULE.because(first, PROFILE)
    assert answer(RULE, second) is True
    assert "har ikke takket nei" in RULE.because(second, PROFILE)
