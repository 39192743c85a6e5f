"""The coordinator's service reaches where the person's days are lived (S080)."""

import pytest
from hypothesis import given

from matcher.criteria.arenadekning import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Arena, Role, Service
from tests.example_profile import example_profile
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

HOME_AND_SCHOOL = Case(id="S", arenas=(Arena.HOME, Arena.SCHOOL))


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    if not case.arenas or coordinator.service is None:
        return None
    table = PROFILE.criteria.arenadekning.reached_by
    reached = [arena for arena in case.arenas if coordinator.service in table[arena]]
    return round(100 * len(reached) / len(case.arenas))


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("service", "points", "because"),
    [
        (Service.PHYSIOTHERAPY, 100, "Fysioterapi når fram til hjem og skole."),
        (Service.SCHOOL, 50, "Skole når fram til skole, men når ikke fram til hjem."),
        (Service.NAV, 0, "NAV når ikke fram til hjem og skole."),
        (None, None, "Koordinatorens tjeneste er ikke oppgitt."),
    ],
)
def test_where_help_spans_home_and_school(
    service: Service | None, points: int | None, because: str
) -> None:
    pair = pair_of(HOME_AND_SCHOOL, Coordinator(id="K", service=service))
    assert score(CRITERION, pair) == points
    assert CRITERION.because(pair, PROFILE) == because


def test_no_arena_given_is_not_known() -> None:
    pair = pair_of(Case(id="S"), Coordinator(id="K", service=Service.NAV))
    assert score(CRITERION, pair) is None
    assert "ikke oppgitt hvor hjelpen gis" in CRITERION.because(pair, PROFILE)


def test_the_table_is_the_municipalitys() -> None:
    profile = example_profile(criteria={"arenadekning": {"reached_by": {"hjem": ["NAV"]}}})
    pair = pair_of(HOME_AND_SCHOOL, Coordinator(id="K", service=Service.NAV))
    assert score(CRITERION, pair, profile) == 50
