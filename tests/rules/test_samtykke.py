"""Without consent nothing is shared, and the matching goes on (S011, S012)."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Consent, Service
from matcher.rules.evaluate import evaluate
from matcher.rules.samtykke import RULE
from tests.example_profile import example_profile
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if case.consent is Consent.PARTIAL:
        if not case.consent_scope or coordinator.service is None:
            return None
        return any(service == coordinator.service for service in case.consent_scope)
    return None if case.consent is None else case.consent is Consent.GIVEN


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@given(all_pairs())
def test_consent_never_refuses_anybody(pairs: Pairs) -> None:
    assert not evaluate(pairs, PROFILE).refused["samtykke"].any()


@pytest.mark.parametrize("line", [{"mode": "refuse"}, {"unknown": "refuse"}])
def test_a_profile_that_lets_it_refuse_does_not_load(line: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="bare varsle"):
        example_profile(rules={"samtykke": line})


@pytest.mark.parametrize(
    ("consent", "scope", "told", "word"),
    [
        (Consent.GIVEN, (), True, "gitt samtykke"),
        (Consent.REFUSED, (), False, "gitt nei til samtykke"),
        (Consent.NOT_ASKED, (), False, "ikke hentet inn"),
        (Consent.PARTIAL, (Service.SCHOOL,), True, "omfatter skole"),
        (Consent.PARTIAL, (Service.NAV,), False, "omfatter NAV"),
        (Consent.PARTIAL, (), None, "hvem det omfatter"),
        (None, (), None, "ikke oppgitt"),
    ],
)
def test_the_sentence_says_what_may_be_shared(
    consent: Consent | None, scope: tuple[Service, ...], told: bool | None, word: str
) -> None:
    case = Case(id="S", consent=consent, consent_scope=scope)
    pair = pair_of(case, Coordinator(id="K", service=Service.SCHOOL))
    assert answer(RULE, pair) is told
    assert word in RULE.because(pair, PROFILE)
