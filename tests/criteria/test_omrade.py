"""The same area, and never a word of place where an address is blocked."""

import pytest
from hypothesis import given

from matcher.criteria.omrade import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import AddressBlock, Role
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

BLOCKED = (AddressBlock.CONFIDENTIAL, AddressBlock.STRICTLY_CONFIDENTIAL)


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    if case.address_block in BLOCKED or coordinator.address_block in BLOCKED:
        return None
    if case.area is None or coordinator.area is None:
        return None
    return 100 if case.area.strip().lower() == coordinator.area.strip().lower() else 0


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("area", "other", "points", "word"),
    [
        ("Lista", "lista ", 100, "Samme område: Lista"),
        ("Lista", "Vanse", 0, "Lista og koordinatoren til Vanse"),
        (None, "Vanse", None, "ikke oppgitt for saken"),
        ("Lista", None, None, "ikke oppgitt for koordinatoren"),
    ],
)
def test_the_two_areas_are_named(
    area: str | None, other: str | None, points: int | None, word: str
) -> None:
    pair = pair_of(Case(id="S", area=area), Coordinator(id="K", area=other))
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)


@pytest.mark.parametrize("block", BLOCKED)
@pytest.mark.parametrize("whose", ["case", "coordinator"])
def test_a_blocked_address_of_either_silences_the_place(block: AddressBlock, whose: str) -> None:
    case = Case(id="S", area="Lista", address_block=block if whose == "case" else None)
    coordinator = Coordinator(
        id="K", area="Vanse", address_block=block if whose == "coordinator" else None
    )
    pair = pair_of(case, coordinator)
    assert score(CRITERION, pair) is None
    because = CRITERION.because(pair, PROFILE)
    assert "Lista" not in because
    assert "Vanse" not in because
    assert "sperret" in because
