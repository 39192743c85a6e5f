"""The services coordinators come from, and those that may be more natural (S079–S081)."""

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Arena, Service
from matcher.rules.aktuelle_enheter import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if coordinator.service in (Service.SCHOOL, Service.BARNEVERN):
        return True
    spans = Arena.HOME in case.arenas and (
        Arena.SCHOOL in case.arenas or Arena.KINDERGARTEN in case.arenas
    )
    if coordinator.service is Service.PHYSIOTHERAPY:
        return spans if case.arenas else None
    return None if coordinator.service is None else False


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("arenas", "told"),
    [
        ((Arena.HOME, Arena.SCHOOL), True),
        ((Arena.HOME, Arena.KINDERGARTEN), True),
        ((Arena.HOME,), False),
        ((Arena.SCHOOL,), False),
        ((Arena.HOME, Arena.WORK), False),
        ((), None),
    ],
)
def test_physiotherapy_is_natural_only_where_help_spans_home_and_education(
    arenas: tuple[Arena, ...], told: bool | None
) -> None:
    pair = pair_of(Case(id="S", arenas=arenas), Coordinator(id="K", service=Service.PHYSIOTHERAPY))
    assert answer(RULE, pair) is told
    because = RULE.because(pair, PROFILE)
    word = {True: "naturlig koordinator", False: "bare aktuell", None: "arena mangler"}[told]
    assert "fysioterapi" in because
    assert word in because
    assert all(arena in because for arena in arenas)


def test_no_listed_service_may_opt_out_whatever_the_unit_or_the_case() -> None:
    """S081: nothing but the service is asked for."""
    for service in PROFILE.rules.aktuelle_enheter.services:
        coordinator = Coordinator(
            id="K", service=service, unit="Under press", bound_hours_per_month=99
        )
        assert answer(RULE, pair_of(Case(id="S"), coordinator)) is True


def test_a_service_outside_the_list_is_told_the_list() -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=Service.NAV))
    assert RULE.because(pair, PROFILE) == (
        "Tjenesten NAV er ikke blant de aktuelle tjenestene (skole og barnevern)."
    )
