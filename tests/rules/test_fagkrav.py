"""A municipality's own demand on the service and employer, off unless a profile sets it (S126)."""

from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Employer, Service
from matcher.rules.evaluate import in_force
from matcher.rules.fagkrav import RULE
from tests.example_profile import example_profile
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    answers = [
        None if coordinator.service is None else coordinator.service is Service.SCHOOL,
        None
        if coordinator.employer is None
        else coordinator.employer in {Employer.MUNICIPALITY, Employer.STATE},
    ]
    if False in answers:
        return False
    return None if None in answers else True


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


def test_the_sentence_names_what_is_asked_for() -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=Service.NAV))
    assert answer(RULE, pair) is False
    assert "skole, med arbeidsgiver kommune og stat" in RULE.because(pair, PROFILE)


def test_a_profile_without_it_never_asks() -> None:
    assert RULE in in_force(PROFILE)
    assert RULE not in in_force(example_profile(rules={"fagkrav": {"mode": "off"}}))
