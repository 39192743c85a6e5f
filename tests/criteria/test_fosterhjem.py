"""For foster children barnevern is the natural coordinator (S116)."""

from datetime import date

import pytest
from hypothesis import given

from matcher.criteria.fosterhjem import CRITERION
from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import BarnevernPhase, Role, Service
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    foster = any(
        row.service == "barnevern" and row.phase == "fosterhjem" and (row.expected_end or ON) >= ON
        for row in case.services
    )
    if not foster or coordinator.service is None:
        return None
    return 100 * (coordinator.service == "barnevern")


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


def barnevern(phase: BarnevernPhase | None, end: date | None = None) -> Case:
    row = ServiceInCase(service=Service.BARNEVERN, phase=phase, expected_end=end)
    return Case(id="S", services=(row,))


@pytest.mark.parametrize(
    ("case", "service", "points", "word"),
    [
        (barnevern(BarnevernPhase.FOSTER_HOME), Service.BARNEVERN, 100, "er barnevern"),
        (barnevern(BarnevernPhase.FOSTER_HOME), Service.SCHOOL, 0, "tjeneste er skole"),
        (barnevern(BarnevernPhase.FOSTER_HOME), None, None, "ikke oppgitt"),
        (barnevern(BarnevernPhase.MEASURES), Service.BARNEVERN, None, "gjelder ikke"),
        (barnevern(None), Service.BARNEVERN, None, "hvilken fase"),
        (barnevern(BarnevernPhase.FOSTER_HOME, date(2026, 11, 14)), Service.SCHOOL, None, "ikke"),
        (Case(id="S"), Service.BARNEVERN, None, "gjelder ikke"),
    ],
)
def test_only_the_foster_phase_counts(
    case: Case, service: Service | None, points: int | None, word: str
) -> None:
    pair = pair_of(case, Coordinator(id="K", service=service))
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)
