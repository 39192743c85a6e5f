"""A teacher or pedagogue often lacks knowledge or resources, in some roles (S008)."""

import pytest
from hypothesis import given

from matcher.criteria.pedagog import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role, Service
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    if role is not Role.KOORDINATOR_WITHOUT_CLAIM or coordinator.service is None:
        return None
    return 0 if coordinator.service in (Service.SCHOOL, Service.KINDERGARTEN) else 100


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("role", "service", "points", "word"),
    [
        (Role.KOORDINATOR_WITHOUT_CLAIM, Service.SCHOOL, 0, "Ansatte i skole"),
        (Role.KOORDINATOR_WITHOUT_CLAIM, Service.NAV, 100, "NAV, ikke lærer"),
        (Role.KOORDINATOR_WITHOUT_CLAIM, None, None, "ikke oppgitt"),
        (Role.KOORDINATOR, Service.SCHOOL, None, "ikke rollen koordinator"),
        (Role.STAFETTHOLDER, Service.SCHOOL, None, "ikke rollen stafettholder"),
    ],
)
def test_a_penalty_for_the_role_without_a_claim_only(
    role: Role, service: Service | None, points: int | None, word: str
) -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=service), role)
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)
