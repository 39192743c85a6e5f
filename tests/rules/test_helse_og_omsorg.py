"""Employees of the municipal health and care service (S049)."""

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Employer, Service
from matcher.rules.helse_og_omsorg import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    service, employer = coordinator.service, coordinator.employer
    if service is not None and service not in {Service.MENTAL_HEALTH, Service.SUBSTANCE_USE}:
        return False
    if employer is not None and employer is not Employer.MUNICIPALITY:
        return False
    return None if service is None or employer is None else True


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("service", "employer", "told"),
    [
        (Service.MENTAL_HEALTH, Employer.MUNICIPALITY, True),
        (Service.MENTAL_HEALTH, Employer.COUNTY, False),
        (Service.SCHOOL, Employer.MUNICIPALITY, False),
        (Service.MENTAL_HEALTH, None, None),
        (None, Employer.STATE, False),
    ],
)
def test_both_service_and_employer_decide_and_the_sentence_names_both(
    service: Service | None, employer: Employer | None, told: bool | None
) -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=service, employer=employer))
    assert answer(RULE, pair) is told
    because = RULE.because(pair, PROFILE)
    assert f"tjeneste er {service or 'ikke oppgitt'}" in because
    assert f"arbeidsgiver {employer or 'ikke oppgitt'}" in because
    assert "psykisk helse og rus" in because
